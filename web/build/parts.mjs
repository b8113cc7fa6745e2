// The parts of the library and what follows from their table, wasm/parts.json. A part is what the labs that name it load: one
// WebAssembly module and the namespaces of the library that it has. A folder of wasm/ that the table names is a namespace
// where wasm/lib/ has a file of that name: that file exports a function of that name, which takes an instance of the module,
// and a file wasm/lib/types-*.ts has an interface Name. build/library and build/workers are written from this.
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
const textOf = (/** @type {string} */ file) => readFileSync(join(PROJECT, "wasm/lib", file), "utf8");
const typeFiles = () => readdirSync(join(PROJECT, "wasm/lib")).filter((file) => /^types-.*\.ts$/.test(file));

/** @param {string} namespace @returns {string | undefined} the file of wasm/lib that has its interface */
const typeFileOf = (namespace) =>
  typeFiles().find((file) => new RegExp(`^export interface ${interfaceOf(namespace)}\\b`, "m").test(textOf(file)));

/** @throws {SetupError} where something that a part needs is not there */
function check() {
  for (const { name, namespaces } of PARTS) {
    const part = `the part "${name}" of ${TABLE}`;
    if (namespaces.length === 0) {
      throw new SetupError(`${part} has no namespace`, "write wasm/lib/FOLDER.ts for one of its folders");
    }
    for (const namespace of namespaces) {
      const cause = `${part} has the namespace ${namespace}`;
      if (!new RegExp(`^export function ${namespace}\\b`, "m").test(textOf(`${namespace}.ts`))) {
        throw new SetupError(cause, `wasm/lib/${namespace}.ts has to export the function ${namespace}(instance)`);
      }
      if (typeFileOf(namespace) === undefined) {
        throw new SetupError(
          cause,
          `wasm/lib/types-${namespace}.ts has to export the interface ${interfaceOf(namespace)}`,
        );
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
  const interfaces = WHOLE.namespaces.map((namespace) => ({ namespace, name: interfaceOf(namespace) }));
  const imports = interfaces.map(
    ({ namespace, name }) => `import type { ${name} } from "../../wasm/lib/${typeFileOf(namespace)}";\n`,
  );
  return `${HEAD}${imports.join("")}
${typeFiles()
  .map((file) => `export type * from "../../wasm/lib/${file}";\n`)
  .join("")}
export interface Namespaces {
${interfaces.map(({ namespace, name }) => `  readonly ${namespace}: ${name};\n`).join("")}\
}
`;
}

/**
 * Write build/library and build/workers, as far as they are not what they should be.
 * @throws {SetupError} where something that a part needs is not there
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
