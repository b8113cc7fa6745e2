// The icons of an installed page, drawn from the mark in index.html: as pictures, since not every system takes the drawing itself.
import { Resvg } from "@resvg/resvg-js";
import { SetupError } from "../../wasm/toolchain/say.mjs";

/** What a system may cut off a maskable icon lies outside a circle of 80 % of its width: the mark keeps inside. */
const SAFE = 0.8;

/** The mark, as the page's head has it. @param {string} page the text of index.html */
function markOf(page) {
  const found = /<link rel="icon" href="data:image\/svg\+xml,([^"]*)"/.exec(page)?.[1];
  if (found === undefined)
    throw new SetupError("icons: no mark in web/index.html", "give it a <link rel=icon> with an SVG as data");
  const svg = decodeURIComponent(found);
  const [, size, ground] = /viewBox='0 0 (\d+) \1'><rect [^>]*fill='(#\w+)'/.exec(svg) ?? [];
  if (size === undefined || ground === undefined)
    throw new SetupError("icons: the mark is no square with a ground", "see markOf() in web/build/icons.mjs");
  return { svg, size: Number(size), ground, inner: svg.replace(/^<svg[^>]*>|<\/svg>$/g, "") };
}

/**
 * @param {string} page the text of index.html
 * @returns {{ colour: string, files: { name: string, content: string | Buffer, sizes: string, purpose: string | null }[] }}
 * purpose null: not for the manifest
 */
export function icons(page) {
  const { svg, size, ground, inner } = markOf(page);
  const inset = (size * (1 - SAFE)) / 2;
  // Ground to the edges.
  const full = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}'><rect width='${size}' height='${size}' fill='${ground}'/><g transform='translate(${inset} ${inset}) scale(${SAFE})'>${inner}</g></svg>`;
  const drawn = (
    /** @type {string} */ name,
    /** @type {string} */ drawing,
    /** @type {number} */ width,
    /** @type {string | null} */ purpose,
  ) => ({
    name: `icons/${name}.png`,
    content: new Resvg(drawing, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } })
      .render()
      .asPng(),
    sizes: `${width}x${width}`,
    purpose,
  });
  return {
    colour: ground,
    files: [
      { name: "icons/mark.svg", content: svg, sizes: "any", purpose: "any" },
      drawn("mark192", svg, 192, "any"),
      drawn("mark512", svg, 512, "any"),
      drawn("full512", full, 512, "maskable"),
      drawn("touch", full, 180, null),
    ],
  };
}
