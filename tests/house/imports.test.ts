// How the page's files hang together: no circle, and nothing of the worker in the page.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FILES, importsOf, matching, ROOT, staticImportsOf, textOf } from "./files.ts";

/** Files that run in a worker: the workers' entries, a lab's solver, and what is named after the worker. */
const WORKER = /^web\/(workers\/.*|host\/worker|(labs|kit)\/(.*\/)?(solver|worker|worker-[^/]+|[^/]+-worker))\.ts$/;

const ours = matching(/^(web|wasm\/lib)\/.*\.ts$/).filter((path) => !path.startsWith("web/build/"));
const graph = new Map(ours.map((path) => [path, importsOf(path).filter((imported) => ours.includes(imported))]));

/** The groups of files of which each reaches each other one: Tarjan's strongly connected components, larger than one. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) as number);
    stack.push(path);
    for (const next of edges.get(path) ?? []) {
      if (!index.has(next)) visit(next);
      // What has left the stack belongs to a group that is complete.
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) as number, low.get(next) as number));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || edges.get(path)?.includes(path)) found.push(group.sort());
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return found;
}

describe("imports", () => {
  test("a circle is found, of types too", () => {
    const edges = new Map([
      ["a", ["b", "d"]],
      ["b", ["c"]],
      ["c", ["a"]],
      ["d", []],
      ["e", ["e"]],
    ]);
    expect(circles(edges)).toEqual([["a", "b", "c"], ["e"]]);
  });

  test("there are none in the page and the library", () => {
    expect(graph.size).toBeGreaterThan(200);
    expect([...graph.values()].flat().length).toBeGreaterThan(500);
    expect(circles(graph)).toEqual([]);
  });

  test("no file of the page imports one of the worker, but the end of the line to it", () => {
    const worker = ours.filter((path) => WORKER.test(path));
    expect(worker.filter((path) => /^web\/labs\/.*\/stages\/[^/]+\/worker\.ts$/.test(path)).length).toBeGreaterThan(0);
    expect(worker.filter((path) => /^web\/labs\/[^/]+\/solver\.ts$/.test(path)).length).toBeGreaterThan(0);
    const wrong = [...graph]
      .filter(([path]) => !WORKER.test(path))
      .flatMap(([path, imports]) =>
        imports.filter((imported) => WORKER.test(imported)).map((imported) => `${path} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe("a fresh clone", () => {
  /** Static imports are read before the first line of a script runs. */
  const reached = (path: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    // Of our own files: the others are packages, or names in a text that a script writes.
    if (FILES.includes(path)) for (const next of staticImportsOf(path)) reached(next, seen);
    return seen;
  };

  test("no script that installs the packages needs one to begin", () => {
    const scripts: Record<string, string> = JSON.parse(textOf("package.json")).scripts;
    const programs = Object.values(scripts).flatMap((command) => /^node (\S+)$/.exec(command)?.[1] ?? []);
    expect(programs.length).toBeGreaterThan(10);
    const wrong = programs.flatMap((program) =>
      [...reached(program)]
        .filter((one) => !one.startsWith("node:") && existsSync(join(ROOT, "node_modules", one)))
        .map((one) => `${program} needs ${one}`),
    );
    expect(wrong).toEqual([]);
  });
});
