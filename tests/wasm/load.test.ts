// load(): where the binary may come from, what is said where it cannot be had, and how heavy it is.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { load, ProofgroundError } from "../../dist/lib/proofground.js";
import packageJson from "../../package.json" with { type: "json" };
import type { LoadOptions } from "../../wasm/lib/types.ts";
import { PARTS, WHOLE } from "../../web/build/parts.mjs";
import { wave } from "./support/problems.ts";

const binary = new URL("../../dist/lib/proofground.wasm", import.meta.url);
const bytes = readFileSync(binary);

async function failure(options: unknown): Promise<ProofgroundError> {
  const error: unknown = await load(options as LoadOptions).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProofgroundError)) throw new Error("expected a ProofgroundError");
  return error;
}

test("the version is the package's", async () => expect((await load()).version).toBe(packageJson.version));

test.each<[string, LoadOptions]>([
  ["a file: URL", { wasm: binary }],
  ["a Uint8Array, of a larger buffer", { wasm: bytes }],
  ["an ArrayBuffer", { wasm: new Uint8Array(bytes).buffer }],
  ["a data: URL", { wasm: new URL(`data:application/wasm;base64,${bytes.toString("base64")}`) }],
])("from %s", async (_, options) => {
  expect((await load(options)).svr.fit(wave(10, 1)).report.converged).toBe(true);
});

test.each<[string, unknown, ProofgroundError["code"], RegExp]>([
  [
    "a string",
    { wasm: "proofground.wasm" },
    "invalid-argument",
    /^load: wasm: expected a URL, an ArrayBuffer or a Uint8Array/,
  ],
  ["null", { wasm: null }, "invalid-argument", /^load: wasm: expected/],
  ["a file that is not there", { wasm: new URL("nothing.wasm", binary) }, "not-loaded", /nothing\.wasm/],
  ["bytes that are no module", { wasm: new Uint8Array(100) }, "not-loaded", /^load: the given bytes: /],
  ["half a module", { wasm: bytes.subarray(0, 1000) }, "not-loaded", /^load: the given bytes: /],
])("%s is refused", async (_, options, code, message) => {
  const error = await failure(options);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
});

/** Functions and classes of a module, as its linker declares them. */
function boundIn(module: string): string[] {
  const declared = readFileSync(new URL(`../../build/wasm/${module}.d.mts`, import.meta.url), "utf8");
  const [, body = ""] = /interface EmbindModule \{\n([\s\S]*?)\n\}/.exec(declared) ?? [];
  return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name = ""]) => name);
}

/** Most bytes over the wire; of a part that is not named here, as many as the largest. */
const MOST: Readonly<Record<string, number>> = {
  svr: 69_000,
  svdd: 82_000,
  cifg: 66_000,
  diffusion: 130_000,
  vae: 126_000,
};

/** Whose mathematics a part is built on: the name stands in its code, but nothing that JavaScript could call. */
const BUILT_ON: Readonly<Record<string, readonly string[]>> = { vae: ["diffusion"] };

/** The modules of the served site: what a lab's first visit loads, and what is none of its business. */
test.each(PARTS)("the module of $name is small, and holds nothing of other parts", ({ name, module, namespaces }) => {
  const binary = readFileSync(new URL(`../../build/wasm/${module}.wasm`, import.meta.url));
  expect(brotliCompressSync(binary).byteLength).toBeLessThanOrEqual(MOST[name] ?? Math.max(...Object.values(MOST)));
  const own = boundIn(module);
  for (const namespace of namespaces) expect(own.filter((word) => word.startsWith(namespace))).not.toEqual([]);
  expect(own.filter((word) => !binary.includes(word))).toEqual([]);
  const others = WHOLE.namespaces.filter((namespace) => !namespaces.includes(namespace));
  expect(others.length).toBeGreaterThan(0);
  const strange = others.filter((namespace) => !BUILT_ON[name]?.includes(namespace));
  const words = [...strange, ...others.map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))];
  const foreign = [...words, ...boundIn(WHOLE.module).filter((word) => !own.includes(word))];
  expect(foreign.filter((word) => binary.includes(word))).toEqual([]);
});

test("the binary with everything weighs at most 300 KB over the wire", () => {
  expect(brotliCompressSync(bytes).byteLength).toBeLessThanOrEqual(300_000);
});
