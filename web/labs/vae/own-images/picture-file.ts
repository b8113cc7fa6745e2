// A picture file as pixels, by the browser's own decoder; nothing leaves the page.
import type { Picture } from "./tiles.ts";

/** Largest file, and largest side of what is decoded, px. */
export const MAX_PICTURE_BYTES = 10_000_000;
export const MAX_SIDE = 4096;

export type PictureRead = { readonly picture: Picture } | { readonly refusal: "bytes" | "side" | "unreadable" };

export async function readPicture(file: Blob): Promise<PictureRead> {
  if (file.size > MAX_PICTURE_BYTES) return { refusal: "bytes" };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { refusal: "unreadable" };
  }
  const { width, height } = bitmap;
  try {
    if (width > MAX_SIDE || height > MAX_SIDE) return { refusal: "side" };
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (pen === null) return { refusal: "unreadable" };
    pen.drawImage(bitmap, 0, 0);
    return { picture: { width, height, rgba: pen.getImageData(0, 0, width, height).data } };
  } finally {
    bitmap.close();
  }
}
