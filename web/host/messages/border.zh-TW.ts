import type { Translated } from "./translated.ts";

/** What the solver expects of its input, by the sentences of src/core/require. */
const KNOWN: readonly (readonly [said: RegExp, here: string])[] = [
  [/^a finite number of at most (\S+) in size$/, "絕對值不超過 $1 的有限數"],
  [/^0 or a number of at least (\S+) in size$/, "0，或絕對值至少 $1 的數"],
  [/^a number between (\S+) and (\S+)$/, "介於 $1 與 $2 之間的數"],
  [/^a number from (\S+) to (\S+)$/, "$1 到 $2 的數"],
  [/^finite numbers$/, "有限的數"],
  [/^(\d+) numbers$/, "$1 個數"],
  [/^a multiple of (\d+) numbers$/, "個數為 $1 的倍數"],
  [/^at least one number$/, "至少一個數"],
  [/^a positive definite matrix$/, "正定矩陣"],
  [/^one of (.+)$/, "下列之一：$1"],
];

export const border: Translated<typeof import("./border.en.ts").border> = (said) => {
  const found = KNOWN.find(([pattern]) => pattern.test(said));
  return found === undefined ? "" : said.replace(...found);
};
