// Who may use whom. Each rule lists its violations, and first shows that it has something to look at.
import { describe, expect, test } from "vitest";
import { PARTS, WHOLE, writeParts } from "../../web/build/parts.mjs";
import { importsOf, linesMatching, matching, textOf, withoutComments } from "./files.ts";

const code = (path: string) => withoutComments(textOf(path));

/** Module of src: what else of src it may include. A lab's that is not named here: only core. */
const MAY_INCLUDE: Readonly<Record<string, readonly string[]>> = {
  core: [],
  svm: ["core"],
  svr: ["svm", "core"],
  svdd: ["svm", "core"],
  nn: ["core"],
  cifg: ["nn", "core"],
  diffusion: ["nn", "core"],
  digits: ["diffusion", "nn", "core"],
  vae: ["diffusion", "nn", "core"],
};

describe("C++", () => {
  const sources = matching(/^src\/.*\.(cpp|h)$/);

  test("src has modules, all of them known", () => {
    const modules = new Set(sources.map((path) => path.split("/")[1] ?? ""));
    expect(modules).toContain("core");
    const known = [...Object.keys(MAY_INCLUDE), ...WHOLE.namespaces];
    expect([...modules].filter((name) => !known.includes(name))).toEqual([]);
  });

  test("modules include only what lies to their right", () => {
    const wrong = sources.flatMap((path) => {
      const own = path.split("/")[1] ?? "";
      return [...code(path).matchAll(/#include "([^"/]+)\/[^"]+"/g)]
        .map(([, other = ""]) => other)
        .filter((other) => other !== own && !(MAY_INCLUDE[own] ?? ["core"]).includes(other))
        .map((other) => `${path} includes ${other}/`);
    });
    expect(sources.filter((path) => code(path).includes('#include "core/')).length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test("src knows no Emscripten, file, clock, thread or terminal, and has no randomness of its own making", () => {
    const headers =
      /#include <(emscripten.*|iostream|fstream|filesystem|chrono|ctime|time\.h|thread|random|unistd\.h)>/;
    const calls =
      /\b(std::)?(printf|fprintf|puts|fopen|getenv|time|clock|rand|srand|system)\s*\(|std::(cout|cerr|random_device)\b/;
    expect(linesMatching(sources, headers, code)).toEqual([]);
    expect(linesMatching(sources, calls, code)).toEqual([]);
  });

  test("only wasm/ includes Emscripten", () => {
    const using = matching(/\.(cpp|h)$/).filter((path) => /#include <emscripten/.test(code(path)));
    expect(using.length).toBeGreaterThan(0);
    expect(using.filter((path) => !path.startsWith("wasm/"))).toEqual([]);
  });
});

describe("TypeScript", () => {
  const page = matching(/^web\/.*\.ts$/).filter((path) => !path.startsWith("web/build/"));
  const labs = [
    ...new Set(page.map((path) => /^web\/labs\/([^/]+)\//.exec(path)?.[1]).filter((id) => id !== undefined)),
  ];
  const labOf = (path: string) => /^web\/labs\/([^/]+)\//.exec(path)?.[1];
  const violations = (paths: readonly string[], allowed: (imported: string, path: string) => boolean) => {
    expect(paths.flatMap(importsOf).length).toBeGreaterThan(0);
    return paths.flatMap((path) =>
      importsOf(path)
        .filter((imported) => !allowed(imported, path))
        .map((imported) => `${path} imports ${imported}`),
    );
  };

  test("there is a lab", () => expect(labs.length).toBeGreaterThan(0));

  test("plot uses nothing of ours", () => {
    const ours = /^(web|wasm|src|tests)\//;
    const allowed = (imported: string) => !ours.test(imported) || imported.startsWith("web/plot/");
    expect(
      violations(
        page.filter((path) => path.startsWith("web/plot/")),
        allowed,
      ),
    ).toEqual([]);
  });

  test("a lab imports no other lab, and of the library only its types", () => {
    const allowed = (imported: string, path: string) =>
      (labOf(imported) ?? labOf(path)) === labOf(path) &&
      (!imported.startsWith("wasm/") || imported === "wasm/lib/types.ts") &&
      imported !== "web/registry.ts";
    expect(
      violations(
        page.filter((path) => labOf(path) !== undefined),
        allowed,
      ),
    ).toEqual([]);
  });

  test("host imports no lab and names none", () => {
    const host = page.filter((path) => path.startsWith("web/host/"));
    expect(violations(host, (imported) => labOf(imported) === undefined)).toEqual([]);
    const named = new RegExp(`["'\`/](${labs.join("|")})["'\`/]`);
    expect(linesMatching(host, named, code)).toEqual([]);
  });

  test("the front door imports no lab and names none; of it, labs know what they give it", () => {
    const door = page.filter((path) => path.startsWith("web/door/"));
    expect(violations(door, (imported) => labOf(imported) === undefined)).toEqual([]);
    const named = new RegExp(`["'\`/](${labs.join("|")})["'\`/]`);
    expect(linesMatching(door, named, code)).toEqual([]);
    const users = page.filter((path) => importsOf(path).some((imported) => imported.startsWith("web/door/")));
    const outside = users.filter((path) => !path.startsWith("web/door/") && path !== "web/main.ts");
    expect(outside.filter((path) => !/^web\/labs\/[^/]+\/door\.ts$/.test(path))).toEqual([]);
    expect(outside.length).toBe(labs.length);
  });

  test("kit is used by labs and the front door, and knows only host, plot and the library's types; host and plot do not know it", () => {
    const kit = page.filter((path) => path.startsWith("web/kit/"));
    const ours = /^(web|wasm|src|tests)\//;
    const allowed = (imported: string) =>
      !ours.test(imported) || /^web\/(kit|host|plot)\//.test(imported) || imported === "wasm/lib/types.ts";
    expect(violations(kit, allowed)).toEqual([]);
    const named = new RegExp(`\\b(${labs.join("|")})\\b`, "i");
    expect(linesMatching(kit, named, code)).toEqual([]);
    const users = page.filter((path) => importsOf(path).some((imported) => imported.startsWith("web/kit/")));
    expect(users.filter((path) => labOf(path) !== undefined).length).toBeGreaterThan(0);
    expect(users.filter((path) => labOf(path) === undefined && !/^web\/(kit|door)\//.test(path))).toEqual([]);
  });

  test("data imports nothing but data and the type of a translation, and labs read it", () => {
    const data = page.filter((path) => path.startsWith("web/data/"));
    const allowed = (imported: string) =>
      imported.startsWith("web/data/") || imported === "web/host/messages/translated.ts";
    expect(violations(data, allowed)).toEqual([]);
    const readers = page.filter((path) => importsOf(path).some((imported) => data.includes(imported)));
    expect(readers.filter((path) => labOf(path) !== undefined).length).toBeGreaterThan(0);
    expect(readers.filter((path) => labOf(path) === undefined && !path.startsWith("web/data/"))).toEqual([]);
  });

  test("what runs in the worker never reaches the page's drawing, nor the page the solvers", () => {
    const reach = (entry: string, seen = new Set<string>()): Set<string> => {
      for (const imported of importsOf(entry)) {
        if (!imported.startsWith("web/") || !imported.endsWith(".ts") || seen.has(imported)) continue;
        seen.add(imported);
        reach(imported, seen);
      }
      return seen;
    };
    const solvers = page.filter((path) => /^web\/labs\/[^/]+\/solver\.ts$/.test(path));
    const views = page.filter((path) => /^web\/labs\/[^/]+\/view\.ts$/.test(path));
    expect(solvers.length).toBe(labs.length);
    expect(views.length).toBe(labs.length);
    writeParts();
    const workers = [WHOLE, ...PARTS].map(({ name }) => `build/workers/${name}.ts`);
    expect(workers.flatMap(importsOf)).toContain("web/host/worker.ts");
    const worker = [...workers, ...solvers].flatMap((path) => [...reach(path)]);
    expect(
      worker.filter((path) => /\/view\.ts$/.test(path) || importsOf(path).some((name) => name.startsWith("lit"))),
    ).toEqual([]);
    expect(views.flatMap((path) => [...reach(path)]).filter((path) => path.endsWith("/solver.ts"))).toEqual([]);
  });

  test("in the page, only the worker's end loads the library, a part of it by the name that the list of labs gives", () => {
    const loads = (path: string) =>
      importsOf(path).some((name) => /^(wasm\/lib\/index|build\/library\/.*)\.ts$/.test(name));
    expect(page.filter(loads)).toEqual(["web/host/local.ts"]);
    writeParts();
    for (const { name } of [WHOLE, ...PARTS]) {
      expect(importsOf(`build/workers/${name}.ts`).filter((imported) => !imported.startsWith("web/host/"))).toEqual([
        `build/library/${name}.ts`,
      ]);
    }
  });

  test("a lab uses what is in the part of the library that it names, and a part has nothing else", () => {
    const has = (part: string) => PARTS.find(({ name }) => name === part)?.namespaces ?? [];
    const entries = [...code("web/registry.ts").matchAll(/id: "(\w+)",\s+part: "(\w+)"/g)];
    expect(entries.map(([, id]) => id).sort()).toEqual([...labs].sort());
    for (const [, id, part = ""] of entries) {
      const used = page
        .filter((path) => labOf(path) === id)
        .flatMap((path) => [...code(path).matchAll(/\bpg\.(\w+)\./g)].map(([, name = ""]) => name));
      expect(used.length).toBeGreaterThan(0);
      expect([...new Set(used)].filter((name) => !has(part).includes(name))).toEqual([]);
    }
    for (const { name, module, namespaces } of PARTS) {
      const path = `build/library/${name}.ts`;
      const imported = importsOf(path);
      expect(imported).toContain(`build/wasm/${module}.mjs`);
      expect(namespaces.length).toBeGreaterThan(0);
      const shared = ["wasm/lib/instance.ts", "wasm/lib/types.ts"];
      const others = imported.filter((one) => one.startsWith("wasm/lib/") && !shared.includes(one));
      expect(others.sort()).toEqual(namespaces.map((one) => `wasm/lib/${one}.ts`).sort());
    }
  });
});
