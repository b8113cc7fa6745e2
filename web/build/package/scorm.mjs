// The site as a package of SCORM 1.2: a learning platform lists one item a lab, each the same launch page with other parameters.
// The schema files that such a package may carry are others' and are left out; the name spaces say which they are.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { SetupError } from "../../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../../wasm/toolchain/toolchain.mjs";
import { LAUNCH_CSP } from "../csp.mjs";

const SOURCE = join(PROJECT, "web/scorm");
/** What only a host of its own can use: files compressed beforehand, its settings, and what installs the site and works offline. */
const FOR_HOSTS = /\.(br|gz)$|^(_headers|sw\.js|manifest(\.[\w-]+)?\.webmanifest)$/;

/** @typedef {import("./labs.ts").PackagedLab} PackagedLab */

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A path as the address that a manifest wants. @param {string} path */
const address = (path) => escaped(path.split("/").map(encodeURIComponent).join("/"));

/**
 * @param {{ version: string, labs: readonly PackagedLab[], paths: readonly string[] }} content
 * @returns {string} imsmanifest.xml
 */
export function scormManifest({ version, labs, paths }) {
  const items = labs.map(
    ({ id, title }) => `      <item identifier="item-${id}" identifierref="launch" parameters="?lab=${id}">
        <title>${escaped(title.en)}</title>
      </item>`,
  );
  const files = [...paths].sort().map((path) => `      <file href="${address(path)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="proofground" version="${escaped(version)}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="labs">
    <organization identifier="labs">
      <title>Proofground</title>
${items.join("\n")}
    </organization>
  </organizations>
  <resources>
    <resource identifier="launch" type="webcontent" adlcp:scormtype="sco" href="launch.html">
${files.join("\n")}
    </resource>
  </resources>
</manifest>
`;
}

/** The launch page's three files. @param {readonly PackagedLab[]} labs @returns {Promise<Map<string, Uint8Array>>} */
async function launchPage(labs) {
  const bundle = await rolldown({
    input: join(SOURCE, "launch.ts"),
    platform: "browser",
    transform: { define: { __LABS__: JSON.stringify(labs) } },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const [script] = output;
  if (output.length !== 1)
    throw new SetupError("web/scorm/launch.ts became several files", "import nothing late in it");
  const html = readFileSync(join(SOURCE, "launch.html"), "utf8");
  const policy = `<head>\n    <meta http-equiv="Content-Security-Policy" content="${LAUNCH_CSP}" />`;
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  return new Map([
    ["launch.html", bytes(html.replace("<head>", policy))],
    ["launch.css", readFileSync(join(SOURCE, "launch.css"))],
    ["launch.js", bytes(script.code)],
  ]);
}

/**
 * @param {{ version: string, labs: readonly PackagedLab[], site: ReadonlyMap<string, Uint8Array> }} content
 * @returns {Promise<Map<string, Uint8Array>>} every file of the package
 */
export async function scormFiles({ version, labs, site }) {
  const files = new Map([...site].filter(([path]) => !FOR_HOSTS.test(path)));
  for (const [path, data] of await launchPage(labs)) {
    if (files.has(path)) throw new SetupError(`dist/site has a file ${path} too`, "give the launch page another name");
    files.set(path, data);
  }
  const manifest = scormManifest({ version, labs, paths: [...files.keys()] });
  return files.set("imsmanifest.xml", new TextEncoder().encode(manifest));
}
