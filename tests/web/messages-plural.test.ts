// Every message with a count in it: one of something is written as one.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { format } from "../../web/host/messages/format.ts";

const WEB = join(import.meta.dirname, "../../web");
const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((path) =>
  /messages\/[^/]*en\.ts$/.test(path),
);

/** Every text in a value, with the path to it. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, `${path}.${key}`));
}

const messages = (
  await Promise.all(files.map(async (file) => texts(await import(join(WEB, file)), file.replace(/\.en\.ts$/, ""))))
).flat();

const SLOT = /\{(\w+)(?::[^}]*)?\}/g;
const slotsOf = (text: string) => [...new Set([...text.matchAll(SLOT)].map(([, slot = ""]) => slot))];
const filled = (text: string, value: string | number) =>
  format(text, Object.fromEntries(slotsOf(text).map((slot) => [slot, value])));

/** Words that end in s behind a number and count nothing. */
const NOT_COUNTED =
  /^(is|does|its|has|was|this|as|plus|minus|across|less|holds|fails|lies|pulls|adds|begins|fits|nats|comes|stays|goes|needs|rises|falls|stands)$/;
/** A word behind the number that ends what is counted: "1 of the points". */
const ENDS =
  /^(of|in|at|to|and|or|with|for|over|from|by|is|are|was|lies|on|the|a|an|both|opens|where|there|gets|above|below)$/;

/** What is written as several of one: the number and up to three words behind it. */
function pluralOfOne(text: string): string | null {
  for (const match of text.matchAll(/(?<!= )(?<![\d.,\p{L}=^−-])1 ((?:\p{L}+ ?){1,3})/gu)) {
    for (const word of (match[1] ?? "").trim().split(" ")) {
      if (ENDS.test(word)) break;
      if (NOT_COUNTED.test(word)) break;
      if (/^(are|have|hold|lie|fail|fit)$|[^su]s$/.test(word)) return match[0];
    }
  }
  return null;
}

describe("counts in messages", () => {
  it("are found in all messages files", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(messages.filter(([, text]) => text.includes(":")).length).toBeGreaterThan(20);
  });

  it("take the singular for one", () => {
    const wrong = messages.flatMap(([path, text]) => {
      const found = slotsOf(text).length === 0 ? null : pluralOfOne(filled(text, 1));
      return found === null ? [] : [`${path}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it("have a form for one and a form for more, of the count that stands there", () => {
    const counted = messages.filter(([, text]) => /\{\w+:/.test(text));
    expect(counted.length).toBeGreaterThan(40);
    for (const [path, text] of counted) {
      expect(filled(text, 1), path).not.toBe(filled(text, 2).replaceAll("2", "1"));
      expect(filled(text, 2), path).not.toMatch(/[{}]/);
      for (const [, slot = ""] of text.matchAll(/\{(\w+):/g)) expect(text, path).toContain(`{${slot}}`);
    }
  });

  it("are judged by a rule that sees the faults there were", () => {
    for (const text of [
      "1 rows",
      "1 points lie outside",
      "has 1 values where",
      "1 support vectors",
      "1 hold",
      "after 1 steps",
    ])
      expect(pluralOfOne(text), text).not.toBeNull();
    for (const text of ["1 row", "1 point lies outside", "1 of 3 points", "t = 1 steps", "0.1 nats", "1 place drawn"])
      expect(pluralOfOne(text), text).toBeNull();
  });

  it("fill slots, and keep one without a value in sight", () => {
    const text = "{rows} {rows:row|rows} of {name}";
    expect(format(text, { rows: 1, name: "a" })).toBe("1 row of a");
    expect(format(text, { rows: 0, name: "a" })).toBe("0 rows of a");
    expect(format(text, { rows: "1\u202f000", name: "a" })).toBe("1\u202f000 rows of a");
    expect(format(text as string, { rows: 2 })).toBe("2 rows of {name}");
  });
});
