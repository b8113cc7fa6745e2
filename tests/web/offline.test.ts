// What the service worker decides: which request it answers and how, which answers it keeps, which generations go.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HASHED, headersFile, headersOf } from "../../web/build/headers.mjs";
import {
  cacheName,
  filesIn,
  type Generation,
  objection,
  ownCaches,
  planFor,
  readQuestion,
  type SiteFile,
  unused,
} from "../../web/offline/generation.ts";
import { measured, type Store, storeAll } from "../../web/offline/store.ts";
import { manifest } from "../../web/pages/messages/manifest.en.ts";

const SCOPE = "https://a.test/some/path/";
const TEXT: Readonly<Record<string, string>> = {
  "index.html": "<!doctype html>",
  "svr/1c1/index.html": "<!doctype html><p>",
  "assets/main-AbCd_123.js": "export {}",
  "assets/solver-AbCd_124.wasm": "\0asm",
  "manifest.webmanifest": "{}",
  "icons/mark 1.svg": "<svg/>",
};
const typeOf = (name: string) => headersOf(name)["content-type"]?.replace(/;.*/, "") ?? "";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const generation = (id: string, text = TEXT): Generation => ({
  id,
  hashed: HASHED.source,
  files: Object.entries(text).map(([name, body]) => ({
    name,
    type: typeOf(name),
    size: body.length,
    sha256: sha(body),
  })),
});
const SITE = generation("one");

test("a generation's files in a language are those of none and its own; with none named, all", () => {
  const [page, script] = SITE.files;
  if (!page || !script) throw new Error("no files");
  const files = [page, { ...script, name: "a", language: "en" }, { ...script, name: "b", language: "zh-TW" }];
  const names = (languages: readonly string[]) => filesIn({ ...SITE, files }, languages).map(({ name }) => name);
  expect(names(["zh-TW"])).toEqual([page.name, "b"]);
  expect(names(["en", "zh-TW"])).toEqual([page.name, "a", "b"]);
  expect(names([])).toEqual([page.name, "a", "b"]);
  expect(readQuestion({ type: "at-rest" })).toEqual({ type: "at-rest", language: null });
  expect(readQuestion({ type: "at-rest", language: "zh-TW" })).toEqual({ type: "at-rest", language: "zh-TW" });
  expect(readQuestion({ type: "at-rest", language: 5 })).toEqual({ type: "at-rest", language: null });
});

describe("which requests are answered, and how", () => {
  const plan = (path: string, mode = "cors", method = "GET") =>
    planFor({ method, url: path.includes(":") ? path : SCOPE + path, mode }, SCOPE, SITE);

  test("a name with a hash from the cache first, of another generation too", () => {
    for (const name of ["assets/main-AbCd_123.js", "assets/older-ZZZZZZZZ.js"])
      expect(plan(name)).toEqual({ url: SCOPE + name, first: "cache" });
  });

  test("a page, and what has no hash, from the network first", () => {
    const page = { url: `${SCOPE}index.html`, first: "network" };
    expect(plan("", "navigate")).toEqual(page);
    expect(plan("?utm=1#lab=svr", "navigate")).toEqual(page);
    expect(plan("index.html", "navigate")).toEqual(page);
    expect(plan("svr/1c1/", "navigate")?.url).toBe(`${SCOPE}svr/1c1/index.html`);
    expect(plan("manifest.webmanifest")).toEqual({ url: `${SCOPE}manifest.webmanifest`, first: "network" });
    expect(plan("icons/mark%201.svg")?.url).toBe(`${SCOPE}icons/mark%201.svg`);
  });

  test("a folder without its slash is sent on to it, since its links are relative", () => {
    expect(plan("svr/1c1", "navigate")).toMatchObject({ folder: `${SCOPE}svr/1c1/` });
    expect(plan("svr/1c1")).toBeNull();
  });

  test("anything else is the network's", () => {
    for (const [path, mode, method] of [
      ["proofground.html", "navigate", "GET"],
      ["nothing/", "navigate", "GET"],
      ["sw.js", "same-origin", "GET"],
      ["index.html", "cors", "POST"],
      ["https://a.test/some/", "navigate", "GET"],
      ["https://b.test/some/path/index.html", "navigate", "GET"],
    ] as const)
      expect(plan(path, mode, method), path).toBeNull();
  });
});

describe("which answers are kept", () => {
  const script = SITE.files.find(({ name }) => name.endsWith(".js")) as SiteFile;
  const good = {
    status: 200,
    redirected: false,
    type: "text/javascript; charset=utf-8",
    size: 9,
    sha256: script.sha256,
  };

  test("what came as it was built", () => {
    expect(objection(script, good)).toBeNull();
    expect(objection(script, { ...good, type: "application/javascript" })).toBeNull();
  });

  test.each([
    ["an error", { status: 404 }, /status 404/],
    ["a part", { status: 206 }, /status 206/],
    ["sent on", { redirected: true }, /another address/],
    ["a page", { type: "text/html" }, /text\/html instead/],
    ["no type", { type: null }, /missing/],
    ["cut short", { size: 8 }, /8 bytes instead of 9/],
    ["changed", { sha256: "0" }, /other bytes/],
  ])("not %s", (_, difference, reason) => expect(objection(script, { ...good, ...difference })).toMatch(reason));

  test("a binary under a type that the server did not know, but not as a page", () => {
    const binary = SITE.files.find(({ name }) => name.endsWith(".wasm")) as SiteFile;
    const answer = { ...good, size: 4, sha256: binary.sha256 };
    expect(objection(binary, { ...answer, type: "application/octet-stream" })).toBeNull();
    expect(objection(binary, { ...answer, type: "text/html; charset=utf-8" })).toMatch(/type/);
  });

  test("is kept with its headers, without those of the way it came", async () => {
    const headers = { "content-type": "text/javascript", "content-encoding": "br", vary: "*", "x-kept": "1" };
    const kept = await measured(script, new Response("export {}", { headers }));
    expect(Object.fromEntries(kept.headers)).toEqual({ "content-type": "text/javascript", "x-kept": "1" });
    expect(await kept.text()).toBe("export {}");
  });
});

/** A cache storage in memory, and a server. */
function world(text: Readonly<Record<string, string>> = TEXT) {
  const all = new Map<string, Map<string, Response>>();
  const asked: string[] = [];
  const served: Record<string, string> = { ...text };
  let room = Number.POSITIVE_INFINITY;
  const cacheOf = (entries: Map<string, Response>) => ({
    match: async (url: string) => entries.get(url)?.clone(),
    put: async (url: string, response: Response) => {
      if (room-- <= 0) throw new DOMException("full", "QuotaExceededError");
      entries.set(url, response);
    },
  });
  const store: Store = {
    scope: SCOPE,
    caches: {
      keys: async () => [...all.keys()],
      delete: async (name) => all.delete(name),
      open: async (name) => {
        const entries = all.get(name) ?? new Map<string, Response>();
        all.set(name, entries);
        return cacheOf(entries) as unknown as Cache;
      },
    },
    fetch: async (url, init) => {
      const name = decodeURI(url.slice(SCOPE.length));
      asked.push(`${name} ${init.cache}`);
      const body = served[name];
      if (body === undefined) return new Response("no such file", { status: 404 });
      return new Response(body, { headers: { "content-type": typeOf(name) } });
    },
  };
  const names = (cache: string) => [...(all.get(cache)?.keys() ?? [])].map((url) => decodeURI(url.slice(SCOPE.length)));
  return {
    all,
    asked,
    served,
    store,
    names,
    limit: (entries: number) => {
      room = entries;
    },
  };
}

describe("a generation is stored whole", () => {
  const one = cacheName(SCOPE, "one");

  test("all files, each asked for once, in the way that its name allows", async () => {
    const { asked, store, names } = world();
    await storeAll(SITE, one, store);
    expect(names(one).sort()).toEqual(Object.keys(TEXT).sort());
    expect(asked.length).toBe(Object.keys(TEXT).length);
    expect(asked).toContain("assets/main-AbCd_123.js default");
    expect(asked).toContain("index.html no-cache");
  });

  test("one wrong file is enough to refuse it; the next attempt goes on from there", async () => {
    const { asked, served, store, names } = world();
    served["assets/main-AbCd_123.js"] = "<!doctype html>";
    await expect(storeAll(SITE, one, store)).rejects.toThrow(/main-AbCd_123\.js: 15 bytes/);
    expect(names(one)).not.toContain("assets/main-AbCd_123.js");
    // The browser's own copy is not trusted twice.
    expect(asked).toContain("assets/main-AbCd_123.js reload");
    served["assets/main-AbCd_123.js"] = "export {}";
    const kept = names(one);
    asked.length = 0;
    await storeAll(SITE, one, store);
    expect(asked.map((line) => line.split(" ")[0]).filter((name) => kept.includes(name ?? ""))).toEqual([]);
    expect(names(one).length).toBe(Object.keys(TEXT).length);
  });

  test("what the generation before has in the same bytes is not fetched again; what only has the name is", async () => {
    const { asked, served, store, names } = world();
    await storeAll(SITE, one, store);
    asked.length = 0;
    served["index.html"] = "<!doctype html>2";
    const next = generation("two", { ...TEXT, "index.html": "<!doctype html>2" });
    await storeAll(next, cacheName(SCOPE, "two"), store);
    expect(asked).toEqual(["index.html no-cache"]);
    expect(names(cacheName(SCOPE, "two")).length).toBe(Object.keys(TEXT).length);
    expect(names(one).length).toBe(Object.keys(TEXT).length);
  });

  test("without room nothing of it is left, and the generation before is", async () => {
    const { all, store, names, limit } = world();
    await storeAll(SITE, one, store);
    limit(3);
    const next = generation("two", { ...TEXT, "index.html": TEXT["index.html"] ?? "" });
    await expect(storeAll(next, cacheName(SCOPE, "two"), store)).rejects.toThrow("full");
    expect([...all.keys()]).toEqual([one]);
    expect(names(one).length).toBe(Object.keys(TEXT).length);
  });
});

describe("which generations go", () => {
  test("those whose tabs are all gone", () => {
    const users = new Map([
      ["a", ["1", "2"]],
      ["b", ["3"]],
      ["c", []],
    ]);
    expect(unused(users, ["2", "9"])).toEqual(["b", "c"]);
  });

  test("of this copy of the site only", () => {
    const names = [cacheName(SCOPE, "one"), cacheName("https://a.test/some/", "one"), "another's"];
    expect(ownCaches(names, SCOPE)).toEqual([names[0]]);
    expect(ownCaches(names, "https://a.test/some/")).toEqual([names[1]]);
  });

  test("a message of another shape is no question", () => {
    expect(readQuestion({ type: "take-over" })).toEqual({ type: "take-over" });
    expect(readQuestion({ type: "lists", name: "a" })).toEqual({ type: "lists", name: "a" });
    for (const other of [null, 1, "take-over", {}, { type: "lists" }, { type: "lists", name: 1 }, { type: "delete" }])
      expect(readQuestion(other)).toBeNull();
  });
});

describe("the file _headers", () => {
  const names = [
    "index.html",
    "proofground.html",
    "sw.js",
    "assets/a-12345678.js",
    "svr/index.html",
    "svr/1c1/index.html",
  ];
  const rules = new Map(
    headersFile(names)
      .split(/\n(?=\/)/)
      .map((rule) => rule.trim().split("\n  "))
      .map(([path = "", ...lines]) => [path, lines] as const),
  );
  /** What a host sends with a path: every rule that fits, each header as often as a rule names it. */
  const sent = (path: string) =>
    [...rules]
      .filter(([rule]) => rule === path || (rule.endsWith("/*") && path.startsWith(rule.slice(0, -1))))
      .flatMap(([, lines]) => lines);

  test.each([...names.map((name) => `/${name}`), "/", "/svr/"])(
    "%s has what the table says, each header once",
    (path) => {
      const lines = sent(path);
      const heads = lines.map((line) => line.split(":")[0]?.toLowerCase());
      expect(new Set(heads).size).toBe(heads.length);
      const expected = headersOf(path.endsWith("/") ? `${path}index.html` : path);
      const has = (name: string) =>
        lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.replace(/^[^:]*: /, "");
      for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"])
        expect(has(name), name).toBe(expected[name]);
      expect(has("cache-control")).toBe(
        expected["cache-control"]?.includes("immutable") ? expected["cache-control"] : undefined,
      );
    },
  );
});

test("the page says of itself what its installed form does", () => {
  const page = readFileSync(join(import.meta.dirname, "../../web/index.html"), "utf8");
  expect(page).toContain(`<meta name="description" content="${manifest.description}" />`);
});
