// The page in another language: what is kept while it is loaded anew, and what the first script of a page chooses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LabModel } from "../../web/host/lab.ts";
import { broughtStates, changeLanguage, loadAnew, type Page } from "../../web/host/language.ts";
import { change as words } from "../../web/host/messages/language-change.en.ts";
import { createStore } from "../../web/host/store.ts";
import svdd from "../../web/labs/svdd/model.ts";
import svr from "../../web/labs/svr/model.ts";

const storage = (refuses = false) => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (refuses) throw new Error("refused");
      kept.set(key, value);
    },
  };
};

/** A browser as far as this goes. */
function browser({ refuses = false, online = true } = {}) {
  const [local, session] = [storage(refuses), storage(refuses)];
  const replaced: string[] = [];
  const reload = vi.fn();
  vi.stubGlobal("__SINGLE_FILE__", false);
  vi.stubGlobal("localStorage", local);
  vi.stubGlobal("sessionStorage", session);
  vi.stubGlobal("history", { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) });
  vi.stubGlobal("location", { reload });
  vi.stubGlobal("document", {
    getElementById: () => ({ textContent: JSON.stringify({ files: { en: ["./en.js"], "zh-TW": ["./zh.js"] } }) }),
  });
  vi.stubGlobal("fetch", async () => {
    if (!online) throw new TypeError("no network");
    return { ok: true };
  });
  return { local: local.kept, session: session.kept, replaced, reload };
}

const session = (model: LabModel<object>, change: object) => ({
  model,
  store: createStore<object>({ ...model.initial(), ...change }),
});
const said: string[] = [];
const page = (address: string | null): Page => ({
  address: async () => address,
  open: "svr",
  short: "#lab=svr",
  sessions: new Map([
    ["svr", session(svr as LabModel<object>, { C: 7 })],
    ["svdd", session(svdd as LabModel<object>, { nuShare: 0.37 })],
  ]),
  notify: (text) => said.push(text),
});

beforeEach(() => said.splice(0));
afterEach(() => vi.unstubAllGlobals());

describe("a page in another language", () => {
  it("is loaded by its address, the choice remembered", async () => {
    const { local, replaced, reload } = browser();
    await changeLanguage(page("#lab=svr&s=1.x"), "zh-TW");
    expect(local.get("proofground.language")).toBe("zh-TW");
    expect(replaced).toEqual(["#lab=svr&s=1.x&kept=1"]);
    expect(reload).toHaveBeenCalledOnce();
  });

  it("is loaded by its address alone, where that says everything", async () => {
    const { replaced, session } = browser();
    const { sessions, ...rest } = page("#lab=svr&s=1.x");
    const open = sessions.get("svr");
    await changeLanguage({ ...rest, sessions: new Map(open && [["svr", open]]) }, "zh-TW");
    expect([replaced, session.size]).toEqual([["#lab=svr&s=1.x"], 0]);
  });

  it("is asked for in the address, where nothing may be remembered", async () => {
    const { replaced } = browser({ refuses: true });
    await changeLanguage(page("#lab=svr&s=1.x"), "zh-TW");
    expect(replaced).toEqual(["#lab=svr&s=1.x&lang=zh-TW"]);
  });

  it("keeps the states of all labs, also one that is too much for an address", async () => {
    const { replaced, session } = browser();
    await loadAnew(page(null), "zh-TW");
    expect(replaced).toEqual(["#lab=svr&kept=1"]);
    expect(JSON.parse(session.get("proofground.states") ?? "")).toEqual({ svr: { C: 7 }, svdd: { nuShare: 0.37 } });
    const brought = broughtStates();
    const bare = { lab: "svr", claim: null, packed: null, widget: false };
    expect((await brought(svr as LabModel<object>, bare))?.state).toMatchObject({ C: 7, preset: "motorcycle" });
    // Once: coming back to the lab later is the shell's business.
    expect(await brought(svr as LabModel<object>, bare)).toBeNull();
    // An address with a state says it itself.
    expect(await brought(svdd as LabModel<object>, { ...bare, lab: "svdd", packed: "1.x" })).toBeNull();
  });

  it("stays, where data would be lost, and says so", async () => {
    const { replaced, reload, local } = browser({ refuses: true });
    await changeLanguage(page(null), "zh-TW");
    expect([replaced, local.size, said]).toEqual([[], 0, [words.tooLarge]]);
    expect(reload).not.toHaveBeenCalled();
  });

  it("stays, where the other language cannot be had, and remembers what it was", async () => {
    const { replaced, local } = browser({ online: false });
    local.set("proofground.language", "en");
    await changeLanguage(page("#lab=svr"), "zh-TW");
    expect([replaced, local.get("proofground.language"), said]).toEqual([[], "en", [words.unreachable]]);
  });

  it.each(["", "{", "null", "5", '{"svr":{"C":"x"}}', '{"svr":5}'])(
    "takes no state that was not of its making: %s",
    async (text) => {
      const { session } = browser();
      session.set("proofground.states", text);
      const found = await broughtStates()(svr as LabModel<object>, {
        lab: "svr",
        claim: null,
        packed: null,
        widget: false,
      });
      expect(found?.state ?? svr.initial()).toEqual(svr.initial());
    },
  );
});

describe("the language that a page begins with", () => {
  const script = readFileSync(join(import.meta.dirname, "../../web/language/choose.js"), "utf8");
  /** @returns what is written into the page */
  function chosen(
    hash: string,
    kept: string | null,
    languages: readonly string[] | undefined,
    refuses = false,
  ): string {
    const root = { lang: "" };
    const table = { asked: "hash", files: { en: ["./en.js"], "zh-TW": ["./zh.js"] } };
    runInNewContext(script, {
      document: { documentElement: root, getElementById: () => ({ textContent: JSON.stringify(table) }) },
      location: { hash, search: "" },
      navigator: { languages },
      localStorage: {
        getItem() {
          if (refuses) throw new Error("refused");
          return kept;
        },
      },
    });
    return root.lang;
  }

  it.each([
    ["what the link asks for", "#lab=svr&lang=zh-TW", "en", ["en"], "zh-TW"],
    ["as it was encoded on its way", "#lab%253Dsvr%2526lang%253Dzh-TW", null, ["en"], "zh-TW"],
    ["with its sign spelt out", "#lab=svr&amp;lang=en", "zh-TW", ["zh-TW"], "en"],
    ["what was chosen by hand", "#lab=svr", "zh-TW", ["en"], "zh-TW"],
    ["English, though the browser is Chinese", "#lab=svr", "en", ["zh-TW"], "en"],
    ["Chinese of Taiwan", "", null, ["zh-TW", "en"], "zh-TW"],
    ["Chinese of Hong Kong", "", null, ["zh-Hant-HK"], "zh-TW"],
    ["Chinese of any kind", "", null, ["zh-CN", "en"], "zh-TW"],
    ["plain Chinese", "", null, ["zh"], "zh-TW"],
    ["the first of the two", "", null, ["de", "en-GB", "zh-TW"], "en"],
    ["the first of the two, again", "", null, ["ja", "zh-TW", "en"], "zh-TW"],
    ["English for all others", "", null, ["de", "fr"], "en"],
    ["a word that begins alike is no Chinese", "", null, ["zha"], "en"],
    ["an unknown wish, and then the rest", "#lang=fr", null, ["zh-TW"], "zh-TW"],
    ["a name that objects have", "#lang=toString", "constructor", ["zh-TW"], "zh-TW"],
    ["a wish that is lifted", "#lab=svr&lang=", "zh-TW", ["en"], "zh-TW"],
    ["another word that ends alike", "#xlang=zh-TW", null, ["en"], "en"],
    ["nothing is known", "", null, undefined, "en"],
  ] as const)("%s", (_, hash, kept, languages, language) => expect(chosen(hash, kept, languages)).toBe(language));

  it("where storage is refused, the browser's", () => expect(chosen("", "en", ["zh-TW"], true)).toBe("zh-TW"));
});
