// The labs' answers to their fixed requests are those stored: a number that changes anywhere in a solver changes its lab's fingerprint.
import { expect, test } from "vitest";
import { fingerprints } from "../../web/build/fingerprint.ts";
import { differs, fingerprintOf, hashOf, near } from "../../web/host/fingerprint/answers.ts";
import stored from "../../web/host/fingerprint/stored.json";
import { labList } from "../../web/registry.ts";
import { loadWatched } from "./support/load.ts";

test("Node answers what is stored, bit for bit; npm run fingerprint stores it anew", async () => {
  const { pg } = await loadWatched();
  const found = fingerprints(pg);
  expect(Object.keys(found)).toEqual(labList.labs.map(({ id }) => id).sort());
  expect(found).toEqual(stored);
});

test("another bit is another hash, and a number beyond its tolerance is named", () => {
  const wanted = fingerprintOf([{ name: "a", numbers: Float64Array.of(1, 2), tolerance: 0 }, near("b", 1e-12, 1, 100)]);
  const other = (a: number, b: number) =>
    fingerprintOf([{ name: "a", numbers: Float64Array.of(1, a), tolerance: 0 }, near("b", 1e-12, b, 100)]);
  expect(differs(wanted, wanted)).toBeNull();
  expect(differs(other(2 + 2 ** -51, 1), wanted)).toBe("bits");
  expect(differs(other(2, 1 + 0.9e-10), wanted)).toBeNull();
  expect(differs(other(2, 1 + 1.1e-10), wanted)).toBe("b");
  expect(differs(other(2, Number.NaN), wanted)).toBe("b");
});

// The vectors of the algorithm's authors.
test("the hash is FNV-1a", () => {
  expect(hashOf([""])).toBe("cbf29ce484222325");
  expect(hashOf(["a"])).toBe("af63dc4c8601ec8c");
  expect(hashOf(["foobar"])).toBe("85944171f73967e8");
});
