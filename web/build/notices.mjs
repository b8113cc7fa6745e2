// node web/build/notices.mjs: writes THIRD_PARTY_NOTICES, which the page's About shows. What is not an npm package stands
// in notices-native.txt. A test of the house compares the result with what is shipped.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
/** Package: what of it is shipped. */
const PACKAGES = {
  lit: "elements of the page",
  "lit-element": "elements of the page",
  "lit-html": "elements of the page",
  "@lit/reactive-element": "elements of the page",
  "d3-array": "level sets and the turning sphere",
  "d3-contour": "level sets",
  "d3-geo": "the turning sphere",
  internmap: "level sets and the turning sphere",
  katex: "the styles, and the HTML, of the typeset proofs",
};

const sections = Object.entries(PACKAGES).map(([name, what]) => {
  const folder = join(ROOT, "node_modules", name);
  const { version, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licence = readFileSync(join(folder, "LICENSE"), "utf8").trim();
  return `== ${name} ${version} (${what})\n${homepage ?? ""}\n\n${licence}\n`;
});
const head = "Proofground contains the following work of others, under the licences given.\n";
const native = readFileSync(join(import.meta.dirname, "notices-native.txt"), "utf8");
writeFileSync(join(ROOT, "THIRD_PARTY_NOTICES"), [head, ...sections, native].join("\n"));
