// A text in lines.

/** What a line is made of: a word, or a Chinese character, each with the marks that may not begin a line. */
const PIECES = /[「『（]*(?:\p{Script=Han}|[^ \p{Script=Han}「『（]+)[，。：；？！、」』）…]* */gu;

/** As few lines as fit. What does not fit by itself has a line of its own. */
export function inLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const longer = `${lines.at(-1) ?? ""}${piece}`;
    if (lines.length > 0 && fits(longer.trimEnd())) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
