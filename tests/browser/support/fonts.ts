// The fonts of the browser under test: DejaVu from npm and no others, drawn without hints, so that a page looks the same on every
// machine. Fontconfig is what Chromium asks for fonts on Linux.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const FOLDER = resolve(ROOT, "build/browser/fonts");
const FAMILIES = {
  "sans-serif": "DejaVu Sans",
  serif: "DejaVu Serif",
  monospace: "DejaVu Sans Mono",
};
const DRAWN = { antialias: "<bool>true</bool>", hinting: "<bool>false</bool>", rgba: "<const>none</const>" };

/** Environment variables for the browser. */
export function fonts(): Record<string, string> {
  const aliases = Object.entries(FAMILIES).map(
    ([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  const edits = Object.entries(DRAWN).map(
    ([name, value]) => `<match target="font"><edit name="${name}" mode="assign">${value}</edit></match>`,
  );
  const lines = [
    '<?xml version="1.0"?>',
    "<fontconfig>",
    `<dir>${resolve(ROOT, "node_modules/dejavu-fonts-ttf/ttf")}</dir>`,
    `<cachedir>${FOLDER}</cachedir>`,
    ...aliases,
    ...edits,
    // What Chromium gets when it looks for the system's own font.
    '<match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>',
    "</fontconfig>",
  ];
  mkdirSync(FOLDER, { recursive: true });
  const file = resolve(FOLDER, "fonts.conf");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return { FONTCONFIG_FILE: file };
}
