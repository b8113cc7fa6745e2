// load(): where the binary may come from, what is said where it cannot be had, and how heavy it is.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { load, ProofgroundError } from "../../dist/lib/proofground.js";
import packageJson from "../../package.json" with { type: "json" };
import type { LoadOptions } from "../../wasm/lib/types.ts";
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

/** The modules of the served site: what a lab's first visit loads, and what is none of its business. */
test.each([
  ["proofground-svm", 70_000, ["svrStart", "svddStart"], ["diffusion", "Diffusion"]],
  ["proofground-diffusion", 125_000, ["diffusionOracle", "DiffusionTrainer"], ["svr", "svdd", "Svr", "Svdd"]],
])("%s weighs at most %i bytes over the wire, and holds nothing of other labs", (name, most, own, others) => {
  const module = readFileSync(new URL(`../../build/wasm/${name}.wasm`, import.meta.url));
  expect(brotliCompressSync(module).byteLength).toBeLessThanOrEqual(most);
  expect(own.filter((word) => !module.includes(word))).toEqual([]);
  expect(others.filter((word) => module.includes(word))).toEqual([]);
});

test("the binary with everything weighs at most 175 KB over the wire", () => {
  expect(brotliCompressSync(bytes).byteLength).toBeLessThanOrEqual(175_000);
});
