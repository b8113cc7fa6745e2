// What npm run new-lab writes and changes, and what it refuses. That the lab works is checked by tests/new-lab.mjs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles, newFiles, newLab } from "../../web/build/new-lab.mjs";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("the files of a new lab", () => {
  const files = newFiles("density", "5");

  it("lie in the lab's own folders, or carry its name", () => {
    expect(files.length).toBeGreaterThan(20);
    for (const [path] of files) expect(path).toMatch(/\/density(\/|[-_.])|\/types-density\.ts$/);
  });

  it("have nothing of the template left", () => {
    for (const [path, text] of files) expect(`${path}\n${text}`).not.toMatch(/__\w+__/);
  });

  it("name the claims after the problem", () => {
    const text = files.map(([, each]) => each).join("\n");
    expect(text).toContain('"5a"');
  });
});

describe("the files that name every lab", () => {
  const [[, parts], [, registry]] = changedFiles("density", "5", read) as [[string, string], [string, string]];

  it("have one line more in the table of parts, and the others as they were", () => {
    expect(JSON.parse(parts)).toEqual({ ...JSON.parse(read("wasm/parts.json")), density: ["density"] });
    const before = read("wasm/parts.json").split("\n").length;
    expect(parts.split("\n")).toHaveLength(before + 1);
  });

  it("have one entry more in the registry", () => {
    expect(registry.match(/^ {2}lab\(\{/gm)?.length).toBe(
      (read("web/registry.ts").match(/^ {2}lab\(\{/gm)?.length ?? 0) + 1,
    );
    expect(registry).toContain('import("./labs/density/view.ts")');
  });
});

describe("newLab", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "new-lab-"));
    for (const path of ["wasm/parts.json", "web/registry.ts"]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), read(path));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes all of them, once", () => {
    const { created, changed } = newLab(folder, "density", "5");
    expect(changed).toEqual(["wasm/parts.json", "web/registry.ts"]);
    for (const path of created) expect(readFileSync(join(folder, path), "utf8").length).toBeGreaterThan(0);
    expect(() => newLab(folder, "density", "6")).toThrow(/is there already/);
  });

  it.each([
    ["no id", undefined, "5", /no id/],
    ["capitals", "Density", "5", /no id/],
    ["a path", "../density", "5", /no id/],
    ["no problem", "density", undefined, /no number/],
    ["a problem of another lab", "density", "1", /has a lab already/],
    ["words for a problem", "density", "five", /no number/],
  ])("refuses %s and writes nothing", (_, id, problem, why) => {
    expect(() => newLab(folder, id, problem)).toThrow(why);
    expect(readFileSync(join(folder, "wasm/parts.json"), "utf8")).toBe(read("wasm/parts.json"));
  });
});
