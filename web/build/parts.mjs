// The parts of the library and what follows from their table, wasm/parts.json. A part is what the labs that name it load: one
// WebAssembly module and the namespaces of the library that it has. A folder of wasm/ that the table names is a namespace
// where wasm/lib/ has a file of that name: that file exports a function of that name, which takes an instance of the module,
// and wasm/lib/types-NAME.ts has an interface Name. build/library and build/workers are written from this.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";

const TABLE = "wasm/parts.json";
/** The one with every namespace: the JavaScript library and the single file. */
export const EVERY = "every";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} module build/wasm/MODULE.{mjs,wasm,d.mts}
 * @property {readonly string[]} namespaces of the library
 */

/** @returns {readonly Part[]} */
function readTable() {
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const table = JSON.parse(readFileSync(join(PROJECT, TABLE), "utf8"));
  return Object.entries(table).map(([name, folders]) => ({
    name,
    module: `proofground-${name}`,
    namespaces: folders.filter((folder) => existsSync(join(PROJECT, `wasm/lib/${folder}.ts`))),
  }));
}

/** One module each, in the order of the table. */
export const PARTS = readTable();
/** Of all parts together. */
export const WHOLE = { name: EVERY, module: "proofground", namespaces: PARTS.flatMap(({ namespaces }) => namespaces) };

const interfaceOf = (/** @type {string} */ namespace) => namespace.replace(/^./, (letter) => letter.toUpperCase());

/** @throws {SetupError} where a file that a part needs is not there */
function check() {
  for (const { name, namespaces } of PARTS) {
    if (namespaces.length === 0) {
      throw new SetupError(
        `the part "${name}" of ${TABLE} has no namespace`,
        `write wasm/lib/FOLDER.ts for one of its folders`,
      );
    }
    for (const namespace of namespaces) {
      const types = `wasm/lib/types-${namespace}.ts`;
      for (const [file, pattern, what] of /** @type {const} */ ([
        [`wasm/lib/${namespace}.ts`, `export function ${namespace}\\b`, `export the function ${namespace}(instance)`],
        [types, `export interface ${interfaceOf(namespace)}\\b`, `export the interface ${interfaceOf(namespace)}`],
      ])) {
        const text = existsSync(join(PROJECT, file)) ? readFileSync(join(PROJECT, file), "utf8") : "";
        if (!new RegExp(pattern).test(text)) {
          throw new SetupError(
            `the part "${name}" of ${TABLE} has the namespace ${namespace}`,
            `${file} has to ${what}`,
          );
        }
      }
    }
  }
}

const HEAD = `// Made from ${TABLE} by web/build/parts.mjs.\n`;

/** The library as far as this part goes. @param {Part} part */
const library = ({ name, module, namespaces }) => `${HEAD}import { instantiate } from "../../wasm/lib/instance.ts";
${namespaces.map((one) => `import { ${one} } from "../../wasm/lib/${one}.ts";\n`).join("")}\
import type { Proofground } from "../../wasm/lib/types.ts";
import createModule from "../wasm/${module}.mjs";

/** @param binary of ${module}.wasm */
export async function start(binary: WebAssembly.Module): Promise<${
  name === EVERY
    ? "Proofground"
    : `Pick<Proofground, ${["version", ...namespaces].map((one) => `"${one}"`).join(" | ")}>`
}> {
  const instance = await instantiate(createModule, binary);
  return Object.freeze({
    version: instance.call("version", (module) => module.version()),
${namespaces.map((one) => `    ${one}: ${one}(instance),\n`).join("")}\
  });
}
`;

/** The worker of the labs of this part, its library inside: not one more request away. @param {Part} part */
const worker = ({ name }) => `${HEAD}import { engineOf } from "../../web/host/parts.ts";
import { serveWorker } from "../../web/host/worker.ts";
import * as part from "../library/${name}.ts";

serveWorker(engineOf(part));
`;

/** Every part by its name. */
const loaders = () => `${HEAD}
export const parts = {
${PARTS.map(({ name }) => `  ${name}: () => import("./${name}.ts"),\n`).join("")}\
} as const;
`;

/** The types of all namespaces, and every other type of the library's. */
function types() {
  const files = readdirSync(join(PROJECT, "wasm/lib")).filter((file) => /^types-.*\.ts$/.test(file));
  const { namespaces } = WHOLE;
  return `${HEAD}${namespaces.map((one) => `import type { ${interfaceOf(one)} } from "../../wasm/lib/types-${one}.ts";\n`).join("")}
${files.map((file) => `export type * from "../../wasm/lib/${file}";\n`).join("")}
export interface Namespaces {
${namespaces.map((one) => `  readonly ${one}: ${interfaceOf(one)};\n`).join("")}\
}
`;
}

/**
 * Write build/library and build/workers, as far as they are not what they should be.
 * @throws {SetupError} where a file that a part needs is not there
 */
export function writeParts() {
  check();
  const all = [...PARTS, WHOLE];
  /** @type {Readonly<Record<string, readonly (readonly [file: string, text: string])[]>>} */
  const folders = {
    "build/library": [
      ...all.map((part) => /** @type {const} */ ([`${part.name}.ts`, library(part)])),
      ["parts.ts", loaders()],
      ["namespaces.ts", types()],
    ],
    "build/workers": all.map((part) => [`${part.name}.ts`, worker(part)]),
  };
  for (const [folder, files] of Object.entries(folders)) {
    const path = join(PROJECT, folder);
    mkdirSync(path, { recursive: true });
    for (const name of readdirSync(path)) if (!files.some(([file]) => file === name)) rmSync(join(path, name));
    for (const [name, text] of files) {
      const file = join(path, name);
      if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
    }
  }
}
