// Rules of the house that no compiler knows.
import { describe, expect, test } from "vitest";
import { FILES, importsOf, linesMatching, matching, ROOT, textOf, withoutComments } from "./files.ts";

const manifest = JSON.parse(textOf("package.json"));
const lock = JSON.parse(textOf("package-lock.json"));

describe("files", () => {
  test("none in src, wasm or web is longer than 450 lines", () => {
    const sources = matching(/^(src|wasm|web)\/.*\.(cpp|h|ts|mjs)$/);
    expect(sources.length).toBeGreaterThan(50);
    const long = sources
      .map((path) => [path, textOf(path).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 450);
    expect(long).toEqual([]);
  });

  test("none names a package registry's host", () => {
    const hosts = [
      ["registry", "npmjs", "org"],
      ["registry", "yarnpkg", "com"],
      ["deb", "debian", "org"],
      ["node" + "source", "com"],
    ].map((parts) => parts.join("."));
    const pattern = new RegExp(hosts.map((host) => host.replaceAll(".", "\\.")).join("|"));
    expect(linesMatching(FILES, pattern)).toEqual([]);
  });

  test("none holds a path of one machine", () => {
    const paths = linesMatching(
      FILES.filter((path) => !path.startsWith("tests/house/")),
      /(^|["'`\s(=:])\/(home|root|Users|work)\/\w/,
    );
    expect(paths).toEqual([]);
    expect(FILES.filter((path) => textOf(path).includes(`${ROOT}/`))).toEqual([]);
  });

  test("the page draws no unseeded random numbers and names no outside address", () => {
    const page = matching(/^web\/.*\.(ts|css|html|md)$/);
    expect(linesMatching(page, /Math\.random|crypto\.getRandomValues/)).toEqual([]);
    const outside = linesMatching(page, /https?:\/\//).filter(
      (line) => !/doi\.org|arxiv\.org|www\.w3\.org|www\.sitemaps\.org|example\.org|127\.0\.0\.1/.test(line),
    );
    expect(outside).toEqual([]);
  });

  test("every element of ours that a template uses is defined", () => {
    const text = matching(/^web\/.*\.ts$/)
      .map(textOf)
      .join("\n");
    const names = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
    const defined = names(/customElements\.define\("(pg-[\w-]+)"/g);
    const used = names(/<(pg-[\w-]+)/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !defined.includes(name))).toEqual([]);
  });

  test("no test is left out", () => {
    const left = linesMatching(
      matching(/^tests\/.*\.(ts|cpp)$/),
      /\b(test|it|describe)\.(only|skip|todo|fixme)\b|GTEST_SKIP|DISABLED_/,
    );
    expect(left.filter((line) => !line.startsWith("tests/house/"))).toEqual([]);
  });
});

describe("versions", () => {
  test("package.json, CMake and the citation agree", () => {
    const cmake = /project\(proofground VERSION (\S+)/.exec(textOf("CMakeLists.txt"))?.[1];
    expect(cmake).toBe(manifest.version);
    expect(lock.packages[""].version).toBe(manifest.version);
    expect(/^version: (\S+)$/m.exec(textOf("CITATION.cff"))?.[1]).toBe(manifest.version);
    expect(textOf("CHANGELOG.md")).toContain(`## ${manifest.version}`);
  });

  test("every dependency is pinned exactly", () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    expect(ranges.length).toBeGreaterThan(5);
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  test("the lock file has every optional package, so that npm ci works on every system", () => {
    const packages: Record<string, { optionalDependencies?: Record<string, string> }> = lock.packages;
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  test("every package of the lock file runs on Node 20", () => {
    const packages: Record<string, { engines?: { node?: string }; optional?: boolean }> = lock.packages;
    const newer = Object.entries(packages).filter(([, { engines }]) => /^>=\s*2[1-9]/.test(engines?.node ?? ""));
    expect(newer).toEqual([]);
  });
});

describe("what is shipped", () => {
  /** Packages whose code is in dist/, by following what the page and the library import. */
  const shipped = () => {
    const sources = matching(/^(web\/(?!build\/)|wasm\/lib\/).*\.ts$/);
    const direct = sources
      .flatMap(importsOf)
      .filter((name) => /^[a-z@]/.test(name) && !/^(virtual:|web\/|wasm\/|build\/|node:|package\.json)/.test(name));
    // Imported by Lit under Node's condition only, for rendering on a server.
    const notInBrowsers = new Set(["@lit-labs/ssr-dom-shim"]);
    const names = new Set<string>();
    const add = (name: string): void => {
      const entry = lock.packages[`node_modules/${name}`];
      if (names.has(name) || notInBrowsers.has(name) || entry === undefined) return;
      names.add(name);
      for (const dependency of Object.keys(entry.dependencies ?? {})) {
        if (!dependency.startsWith("@types/")) add(dependency);
      }
    };
    for (const name of direct) {
      const parts = name.split("/");
      const base = parts.slice(0, name.startsWith("@") ? 2 : 1).join("/");
      if (base === "vite" || base === "vitest") continue; // types only
      add(base);
    }
    return [...names].sort();
  };

  test("each runtime dependency is used", () => {
    expect(Object.keys(manifest.dependencies).filter((name) => !shipped().includes(name))).toEqual([]);
  });

  test("the notices carry the licence of every package in dist/, word for word", () => {
    const squeeze = (text: string) => text.replaceAll(/\s+/g, " ").trim();
    const notices = squeeze(textOf("THIRD_PARTY_NOTICES"));
    const names = [...shipped(), "katex"]; // KaTeX's styles and fonts are in the typeset proofs
    expect(names).toContain("lit");
    const missing = names.filter((name) => {
      const licence = squeeze(textOf(`node_modules/${name}/LICENSE`));
      return (
        !notices.includes(licence) || !notices.includes(`${name} ${lock.packages[`node_modules/${name}`].version}`)
      );
    });
    expect(missing).toEqual([]);
  });

  test.each([
    ["Eigen", "Mozilla Public License,"],
    ["Emscripten", "Emscripten authors"],
    ["musl", "Rich Felker"],
    ["libc++", "LLVM Exceptions to the Apache 2.0 License"],
    ["KaTeX fonts", "SIL OPEN FONT LICENSE Version 1.1"],
  ])("the notices carry the licence of %s", (name, licence) => {
    expect(textOf("THIRD_PARTY_NOTICES")).toContain(name);
    expect(textOf("THIRD_PARTY_NOTICES")).toContain(licence);
  });

  test("the page shows the notices and its own licence", () => {
    const about = withoutComments(textOf("web/host/about.ts"));
    expect(about).toMatch(/"\.\.\/\.\.\/THIRD_PARTY_NOTICES/);
    expect(about).toMatch(/"\.\.\/\.\.\/LICENSE/);
    expect(about).toContain("?raw");
  });
});
