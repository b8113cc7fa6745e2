// A text in lines, in both languages.
import { describe, expect, test } from "vitest";
import { inLines } from "../../web/plot/in-lines.ts";

describe("a sentence in lines", () => {
  const upTo = (most: number) => (line: string) => line.length <= most;
  test("is broken between words, and nothing of it is lost", () => {
    const text = "The series is too short: 12 values are trained on.";
    const lines = inLines(text, upTo(20));
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
  });
  test("in Chinese between characters, and no line begins with a mark or ends with an opening one", () => {
    const text = "時間序列太短：訓練用的有 12 個值，但看「36」個值。";
    for (let most = 3; most < 20; most += 1) {
      const lines = inLines(text, upTo(most));
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      expect(lines.length).toBeLessThan(text.length / (most - 2) + 2);
      for (const line of lines) expect(line).not.toMatch(/^[，。：」]|「$/);
    }
  });
  test("no text is no line", () => expect(inLines("", upTo(5))).toEqual([]));
  test("a number stays with its unit beside a space that does not break", () => {
    expect(inLines("up to 5\u00a0%", upTo(5))).toEqual(["up to", "5\u00a0%"]);
  });
  test("a word that does not fit has a line of its own", () => {
    expect(inLines("a autoregression b", upTo(3))).toEqual(["a", "autoregression", "b"]);
  });
});
