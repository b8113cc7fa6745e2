// subset-font comes without types.
declare module "subset-font" {
  /** @returns the font with only the glyphs of `text` */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "woff2" | "woff" | "sfnt" },
  ): Promise<Buffer>;
}
