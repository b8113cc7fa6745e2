// The page that makes links: what a choice becomes, and what an address makes of it again, for every lab.
import { describe, expect, it } from "vitest";
import { choiceAt, HEIGHTS, hashIn, hashOfChoice, parametersOf, plain, wholeNumber } from "../../web/builder/choice.ts";
import { siteIn } from "../../web/builder/output.ts";
import { policyOf, textOf } from "../../web/builder/texts.ts";
import { wordsOf } from "../../web/builder/words-of-labs.ts";
import { hashOf, pageBeside } from "../../web/embed/address.ts";
import { isRefusal } from "../../web/host/fields.ts";
import { parseAddress, readState } from "../../web/host/url.ts";
import { labList } from "../../web/registry.ts";

const labs = await Promise.all(
  labList.labs.map(async ({ id, model }) => ({ id, model: (await model()).default, words: await wordsOf(id) })),
);

async function addressOf(model: (typeof labs)[number]["model"], choice: Parameters<typeof parametersOf>[1]) {
  const parameters = await parametersOf(model, choice);
  if (parameters === null || isRefusal(parameters)) throw new Error(JSON.stringify(parameters));
  return parameters;
}

describe.each(labs)("$id", ({ id, model, words }) => {
  it("has a title for every statement and every starting state but the user's own", () => {
    expect(model.claims.filter((claim) => !words.claims[claim]?.title)).toEqual([]);
    const field = model.base && model.table[model.base.key];
    if (field?.kind !== "choice") throw new Error("no starting states");
    expect(field.options.filter((option) => option !== "own" && !words.presets[option]?.title)).toEqual([]);
  });

  it("opens as it was chosen: every statement, with every starting state under the first one, and a seed", async () => {
    for (const claim of model.claims) {
      const hash = hashOf(await addressOf(model, { ...plain(id), claim }));
      expect(hash).toBe(`#lab=${id}&q=${claim}&w=1`);
      expect((await choiceAt(labList, hash)).choice.claim).toBe(claim);
    }
    const field = model.base && model.table[model.base.key];
    if (field?.kind !== "choice" || !model.base) throw new Error("no starting states");
    const claim = model.claims[0] as string;
    for (const preset of field.options) {
      const choice = { ...plain(id), claim, preset, seed: 7 };
      const address = parseAddress(hashOf(await addressOf(model, choice)));
      if (isRefusal(address)) throw new Error(address.reason);
      const { state, refusal } = await readState(model, address);
      expect(refusal).toBeNull();
      expect(state).toMatchObject({ claim, [model.base.key]: preset, seed: 7 });
    }
  });

  it("comes back from its own address", async () => {
    const choice = {
      ...plain(id),
      claim: model.claims[1] as string,
      seed: 3,
      whole: true,
      theme: "dark",
      hide: ["data"],
      lock: ["controls", "seed"],
      height: 700,
    };
    const parameters = await addressOf(model, choice);
    const hash = hashOfChoice(parameters, choice);
    const back = await choiceAt(labList, hash);
    expect(back.refusal).toBeNull();
    expect(back.choice).toMatchObject({ ...choice, seed: null, given: { seed: 3, claim: choice.claim } });
    expect(hashOfChoice(await addressOf(model, back.choice), back.choice)).toBe(hash);
  });
});

describe("what comes from outside", () => {
  it("is an address of a lab, or none", () => {
    expect(hashIn(" https://site.test/x/#lab=svr&q=1b ")).toBe("#lab=svr&q=1b");
    expect(hashIn("#q=1b")).toBe("#q=1b");
    for (const none of ["", "svr", "https://site.test/", "https://site.test/#top", "#w=1"])
      expect(hashIn(none)).toBeNull();
  });

  it("is bounded: unknown themes, names that are none, heights out of range are left out", async () => {
    const hash = "#lab=svr&theme=%22x&hide=data,<script>,,C&lock=../a&height=1e9";
    const { choice } = await choiceAt(labList, hash);
    expect(choice).toMatchObject({ theme: "", hide: ["data", "C"], lock: [], height: null });
    const refused = await choiceAt(labList, "#lab=svr&s=9.x");
    expect(refused.refusal?.reason).toBe("link-version");
    expect(refused.choice).toEqual(plain("svr"));
    for (const text of ["", " ", "x", "0.5", "1e9", "-1"]) expect(wholeNumber(text, HEIGHTS)).toBeNull();
    expect(wholeNumber(" 600 ", HEIGHTS)).toBe(600);
  });

  it("is a site, with its slash, or none", () => {
    expect(siteIn("https://site.test")).toBe("https://site.test/");
    expect(siteIn("https://site.test/pg/index.html?x#y")).toBe("https://site.test/pg/");
    for (const none of ["", "site.test", "javascript:alert(1)", "file:///x/"]) expect(siteIn(none)).toBeNull();
  });
});

describe("texts", () => {
  it("escape what they quote", () => {
    const shown = { what: 'a < "b" [c]', height: null };
    const place = { site: "https://site.test/" };
    expect(textOf("iframe", { lab: "svr", q: "1b" }, place, shown)).toContain(
      'title="Proofground: a &lt; &quot;b&quot; [c]"',
    );
    expect(textOf("element", { lab: "svr" }, place, shown)).toContain(">a &lt; &quot;b&quot; [c] in Proofground</a>");
    expect(textOf("markdown", { lab: "svr" }, place, shown)).toBe('[a < "b" \\[c\\]](https://site.test/#lab=svr)');
  });

  it("say what a policy must allow, where there is something to allow", () => {
    expect(policyOf("element", { site: "https://site.test/pg/" })).toBe(
      "script-src https://site.test; frame-src https://site.test",
    );
    expect(policyOf("iframe", { site: "https://site.test/pg/" })).toBe("frame-src https://site.test");
    expect(policyOf("link", { site: "https://site.test/pg/" })).toBeNull();
    expect(policyOf("element", { site: null })).toBeNull();
  });

  it("find the page that belongs to a script", () => {
    expect(pageBeside("https://site.test/pg/proofground-embed.js?v=1")).toBe("https://site.test/pg/");
    expect(pageBeside("file:///course/proofground-embed.js")).toBe("file:///course/proofground.html");
  });
});
