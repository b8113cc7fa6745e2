// The words of the balance sheet of a bound, in English.
export const balanceSheetWords = {
  term: "nats",
  heads: { exact: "exact", sampled: "sampled" },
  plusMinus: "{value} ± {error}",
  undefined: "—",
} as const;
