// The promises that style.css makes about its colours, computed.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wordColour } from "../../web/plot/colours.ts";
import { PLAIN } from "../../web/plot/palette.ts";

const css = readFileSync(new URL("../../web/style.css", import.meta.url), "utf8");

/** --name -> [light, dark]; a token that names another one follows it. */
const tokens = new Map<string, [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
  tokens.set(`${name}`, [`${light}`, `${dark}`]);
for (const [, name, target] of css.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g)) {
  const followed = tokens.get(`${target}`);
  if (followed && !tokens.has(`${name}`)) tokens.set(`${name}`, followed);
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [a, b] = [one, other].map((name) => {
    const pair = tokens.get(name);
    if (!pair) throw new Error(`no token ${name}`);
    return luminance(pair[theme]);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["page", "surface", "sunken"];
describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("colours, %s", (_, theme) => {
  it.each(["ink", "muted", "accent", "pass", "fail", "vacuous"])("%s can be read on every ground", (text) => {
    for (const ground of grounds) expect(contrast(text, ground, theme), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
  it("words on the accent can be read", () => {
    expect(contrast("on-accent", "accent", theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast("ink", "accent-soft", theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(["fit", "tube", "below", "lower", "inside", "upper", "above", "pair", "primal", "dual", "edge"])(
    "%s can be told from the ground",
    (mark) => {
      for (const ground of ["page", "surface"])
        expect(contrast(mark, ground, theme), `on ${ground}`).toBeGreaterThanOrEqual(3);
    },
  );
  it.each(["tube", "upper", "above", "pair"] as const)(
    "words beside a mark in the colour of %s can be read",
    (role) => {
      const shown = (name: string) => tokens.get(name)?.[theme] ?? "";
      const [mark, ink] = [shown(role), shown("ink")];
      const digits = wordColour({ ...PLAIN, [role]: mark, ink }, role).match(/\d+/g) ?? [];
      const words = `#${digits.map((value) => Number(value).toString(16).padStart(2, "0")).join("")}`;
      tokens.set("words", [words, words]);
      for (const ground of ["page", "surface"])
        expect(contrast("words", ground, theme), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe("sizes", () => {
  it("no text is set smaller than 13 px", () => {
    for (const file of ["style.css", "host/shell.css", "host/controls.css"]) {
      const text = readFileSync(new URL(`../../web/${file}`, import.meta.url), "utf8");
      for (const [, size, unit] of text.matchAll(/(?:font-size|font|--text-\w+):[^;]*?([\d.]+)(px|rem)\b/g)) {
        expect(Number(size) * (unit === "rem" ? 16 : 1), `${file}: ${size}${unit}`).toBeGreaterThanOrEqual(13);
      }
    }
  });
  it("what can be pressed is at least 40 px high for a finger", () => {
    const coarse = /@media \(pointer: coarse\)[^}]*--target: (\d+)px/.exec(css)?.[1];
    expect(Number(coarse)).toBeGreaterThanOrEqual(40);
  });
});
