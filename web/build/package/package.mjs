// dist/package: what is handed to others. The same dist/site gives the same bytes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { PROJECT } from "../../../wasm/toolchain/toolchain.mjs";
import { contentsOf, listed, sha256 } from "../files.mjs";
import { scormFiles } from "./scorm.mjs";
import { zip } from "./zip.mjs";

/** @typedef {{ name: string, size: number, sha256: string, files: { path: string, size: number, sha256: string }[] }} Packed */

/** @returns {Promise<{ version: string, site: Map<string, Uint8Array>, scorm: Map<string, Uint8Array> }>} the files of each package */
export async function packagedFiles() {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  /** @type {{ module: typeof import("./labs.ts") }} */
  const { module } = await runnerImport(join(PROJECT, "web/build/package/labs.ts"));
  const site = contentsOf(join(PROJECT, "dist/site"));
  return { version, site, scorm: await scormFiles({ version, labs: module.packagedLabs, site }) };
}

/**
 * @param {string} folder where to write the zip files and manifest.json; emptied first
 * @returns {Promise<{ version: string, packages: Packed[] }>} what manifest.json says
 */
export async function writePackages(folder) {
  const { version, site, scorm } = await packagedFiles();
  const contents = [
    { name: `proofground-site-${version}.zip`, files: site },
    { name: `proofground-scorm12-${version}.zip`, files: scorm },
  ];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = contents.map(({ name, files }) => {
    const data = zip(files);
    writeFileSync(join(folder, name), data);
    return { name, size: data.byteLength, sha256: sha256(data), files: listed(files) };
  });
  const manifest = { version, packages };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}
