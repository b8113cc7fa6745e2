// The words that stand beside a picture in a file or on paper, in English. A translation has the same shape.
export const print = {
  of: "{what} · {page}",
  broken: "{claim} ({broken})",
  data: "Data: {name}",
  parameters: "Parameters",
  on: "on",
  off: "off",
  withWords: "{symbol} ({label})",
  value: "{name} = {value}",
  choice: "{name}: {value}",
  join: " · ",
  /** Before the line that a name is written on. */
  name: "Name:",
  link: "Link: {link}",
  noLink: "There is too much data for a link.",
  date: "Printed on {date}.",
  /** Of the date. */
  locale: "en-GB",
} as const;
