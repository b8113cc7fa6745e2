// The page in Traditional Chinese: nothing is missing, nothing is left in English, and it is written as in Taiwan.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES, translated } from "../../web/build/languages.mjs";
import { BROKEN_WORDS } from "../broken-words.mjs";
import { faultsOf } from "./translations/chinese.ts";
import { literals } from "./translations/literals.ts";
import { proseDifferences, proseOf, questionsOf, strayGaps } from "./translations/prose.ts";
import { differences, textsIn } from "./translations/words.ts";

const WEB = join(import.meta.dirname, "../../web");
const all = readdirSync(WEB, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !path.startsWith("build/"));
const inChinese = (path: string) => translated(path, "zh-TW");
const words = all.filter((path) => path.endsWith(".ts") && inChinese(path) !== null);
const prose = all.filter((path) => path.endsWith(".md") && inChinese(path) !== null);
const read = (path: string) => readFileSync(join(WEB, path), "utf8");
const there = (path: string) => existsSync(join(WEB, inChinese(path) ?? ""));

describe("every file of words", () => {
  it("is found, and has its neighbour in Chinese", () => {
    expect(LANGUAGES).toEqual(["en", "zh-TW"]);
    expect(words.length).toBeGreaterThan(70);
    expect(prose.length).toBeGreaterThan(5);
    expect([...words, ...prose].filter((path) => !there(path))).toEqual([]);
  });

  it("stands beside a file in English", () => {
    const expected = new Set([...words, ...prose].map(inChinese));
    const chinese = all.filter((path) => /zh-TW\.(ts|md)$/.test(path) && !/\/(type|zh-TW\.css)/.test(path));
    expect(chinese.filter((path) => !expected.has(path))).toEqual([]);
  });

  it.each(words.filter(there))("%s says the same in Chinese, as in Taiwan", async (path) => {
    const english: unknown = await import(join(WEB, path));
    const chinese: unknown = await import(join(WEB, inChinese(path) ?? ""));
    expect(differences({ ...(english as object) }, { ...(chinese as object) }, "")).toEqual([]);
    const faults = textsIn({ ...(chinese as object) }, "").flatMap(([at, text]) =>
      faultsOf(text).map((fault) => `${at}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

it.each(words)(
  "%s has no word that a value which is not there leaves, so that one on the page is a fault",
  async (path) => {
    const english: unknown = await import(join(WEB, path));
    const texts = textsIn({ ...(english as object) }, "");
    expect(texts.filter(([, text]) => new RegExp(BROKEN_WORDS).test(text))).toEqual([]);
  },
);

describe("every theory, and the recipes", () => {
  it.each(prose.filter(there))("%s has the same sections, steps and formulas in Chinese, as in Taiwan", (path) => {
    const chinese = read(inChinese(path) ?? "");
    expect(proseDifferences(read(path), chinese)).toEqual([]);
    expect(strayGaps(chinese)).toEqual([]);
    const text = proseOf(chinese.replace(/^```[\s\S]*?^```| \{extra\}$/gm, ""));
    expect(text.split("\n").flatMap((line) => faultsOf(line).map((fault) => `${line.slice(0, 40)}: ${fault}`))).toEqual(
      [],
    );
  });
});

it.each(prose)("%s asks whole questions in both languages", (path) => {
  for (const file of [path, inChinese(path) ?? ""].filter((each) => existsSync(join(WEB, each))))
    expect(
      questionsOf(read(file)).filter((question) => !/[?？]$/.test(question)),
      file,
    ).toEqual([]);
});

it("no word stands in the code", () => {
  const code = all.filter(
    (path) =>
      /\.(ts|css)$/.test(path) &&
      !/messages|^embed\/|^language\/|\.d\.ts$|\.zh-TW\.ts$/.test(path) &&
      inChinese(path) === null,
  );
  expect(code.length).toBeGreaterThan(300);
  expect(code.flatMap((path) => literals(read(path)).map((found) => `${path}: ${found}`))).toEqual([]);
});

describe("what is looked for is found", () => {
  it.each([
    ["a key less", { a: "one two", b: "three" }, { a: "一 二" }, ".b: missing"],
    ["a key more", { a: "one two" }, { a: "一二", b: "三" }, ".b: not in English"],
    ["a list that is shorter", { a: ["one", "two"] }, { a: ["一"] }, ".a: 1 entries instead of 2"],
    ["a slot less", { a: "{n} points" }, { a: "點" }, ".a: no {n}"],
    ["a slot that is not known", { a: "{n} points" }, { a: "{n} 個 {m} 點" }, ".a: {m} is not known"],
    ["English", { a: "Undo" }, { a: "Undo" }, ".a: as in English: Undo"],
    ["another kind", { a: { b: "one" } }, { a: "一" }, ".a: string instead of object"],
  ])("%s", (_, english, chinese, fault) => expect(differences(english, chinese, "")).toEqual([fault]));

  it("and no more than that", () => {
    const english = { a: "{n} {n:point|points} of the tube", b: "VAE", c: ["f(x)", "ELBO, nats"], d: "{pass} hold" };
    const chinese = { a: "管的 {n} 個點", b: "VAE", c: ["f(x)", "ELBO, nats"], d: "{pass} 個成立" };
    expect(differences(english, chinese, "")).toEqual([]);
    for (const text of [
      "令 α = 0 時，共 {n} 個點 (slack variable)。",
      "演算法的循環神經網路",
      "1 到 5：「是」",
      "KL(q ‖ 先驗) 是（這裡）p (x) 的",
      "比例是 |h| / (|f 的乘積| + |h|)，確切地說",
    ])
      expect(faultsOf(text), text).toEqual([]);
  });

  it.each([
    ["資料來自網絡", /網路/],
    ["点在管外", /点: simplified/],
    ["机器", /机: simplified/],
    ["管外,管內", /half-width/],
    ["管外.", /half-width/],
    ["共 5個點", /no space/],
    ["管外， 管內", /a space beside/],
    ["變量的算法", /變數/],
    ["成本互相抵消", /代價.*抵銷|抵銷.*代價/],
    ["所說的 「常數」", /a space beside/],
    ["管外 (這裡) 的點", /a space beside|half-width brackets/],
    ["步驟 (命題 1a，步驟 2)", /half-width brackets/],
  ])("%s", (text, fault) => expect(faultsOf(text).join("; ")).toMatch(fault));

  it.each([
    ["a section less", "# 1a\n\nA.\n\n# 1b\n\nB.\n", "# 1a\n\n甲。\n", /sections 1a instead of 1a 1b/],
    ["a step less", "# 1a\n\n1. A\n2. B\n", "# 1a\n\n1. 甲\n", /headings and steps 1 instead of 1 2/],
    ["a formula less", "# 1a\n\nA $x$ and $y$.\n", "# 1a\n\n令 $x$。\n", /missing \$y/],
    ["a formula twice", "# 1a\n\nA $x$.\n", "# 1a\n\n令 $x$ 與 $x$。\n", /more than in English \$x/],
    ["another formula", "# 1a\n\nA $x+1$.\n", "# 1a\n\n令 $x-1$。\n", /missing \$x\+1/],
    ["an English question", "# 1a\n\n1. ? Why?\n\n   A.\n", "# 1a\n\n1. ? Why?\n\n   甲。\n", /1a: English: Why/],
    ["English", "# 1a\n\nA is that $x$.\n", "# 1a\n\nThis was left that way $x$.\n", /1a: English/],
  ])("%s", (_, english, chinese, fault) => expect(proseDifferences(english, chinese).join("; ")).toMatch(fault));

  it("a question that is cut, and the end of a line amid a sentence", () => {
    expect(questionsOf("1. ? How large is |c|? {extra}\n\n   A.\n2. ? How large is\n")).toEqual([
      "How large is |c|?",
      "How large is",
    ]);
    expect(strayGaps("一行，\n   另一行")).toHaveLength(1);
    expect(strayGaps("**一行。** 另一行")).toHaveLength(1);
    expect(strayGaps("**一行**。另一行 $x$\n與 $y$。\n\n另一段")).toEqual([]);
  });

  it("in formulas the words alone may differ", () => {
    expect(proseDifferences("# 1a\n\n$x \\text{ if } y$.\n", "# 1a\n\n若 $x\\text{ 若 }y$。\n")).toEqual([]);
  });

  it.each([
    ["html`<p>Nothing here</p>`", /Nothing here/],
    ['html`<button aria-label="Close">`', /Close/],
    ['element.textContent = "Ready to go";', /Ready to go/],
    ['const name = "名字";', /名字/],
    ['a::after { content: "Seen"; }', /Seen/],
  ])("%s", (code, found) => expect(literals(code).join("; ")).toMatch(found));
  it("and code is no word", () => {
    for (const code of [
      "html`<p>$" + "{words.say}</p>`",
      "// Nothing 名字",
      'element.id = "text";',
      "if (a < Limit && b > Most) {",
    ])
      expect(literals(code), code).toEqual([]);
  });
});
