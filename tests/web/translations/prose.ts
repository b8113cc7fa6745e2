// A theory or another text in Markdown, in two languages, compared section by section.

export interface Section {
  readonly id: string;
  readonly body: string;
}

export const sectionsOf = (source: string): Section[] =>
  source
    .split(/^# +/m)
    .slice(1)
    .map((part) => ({ id: part.slice(0, part.indexOf("\n")).trim(), body: part.slice(part.indexOf("\n") + 1) }));

const FORMULA = /\$\$[\s\S]*?\$\$|\$[^$]*\$/g;

/** In order of the alphabet, without the words in them and the spaces. */
export const formulasOf = (body: string): string[] =>
  (body.match(FORMULA) ?? [])
    .map((tex) =>
      tex
        .replace(/\\text(?:rm|it|bf)?\{[^{}]*\}/g, "\\text")
        .replace(/\s/g, "")
        .replace(/[.,;]?\$*$/, ""),
    )
    .sort();

/** The text without formulas and code; what stood there is a letter of none of the languages. */
export const proseOf = (body: string): string => body.replace(FORMULA, "∎").replace(/`[^`]*`/g, "∎");

const count = (body: string, pattern: RegExp): number => body.match(pattern)?.length ?? 0;
/** What two languages have in the same number and order. */
const shapeOf = (body: string): string =>
  [...body.matchAll(/^(?:(##+) |(\d+)\. |(- |\* ))/gm)]
    .map(([, heading, step, bullet]) => heading ?? step ?? bullet?.trim())
    .join(" ");

/** What one list has more often than the other. */
function surplus(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return one.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What is asked before a step. */
export const questionsOf = (body: string): string[] =>
  [...body.matchAll(/^\s*\d+\. \? (.*?)(?: \{extra\})?$/gm)].map(([, question = ""]) => question);

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
/** A block of prose that is still English: words, and no Chinese; and a question without any. */
const untranslated = (body: string): string[] => [
  ...questionsOf(body).filter((question) => !isChinese(question)),
  ...proseOf(body)
    .split(/\n\s*\n/)
    .filter((block) => !isChinese(block) && count(block, /\b[a-z]{3,}\b/g) > 2),
];

/** How a line of the source is no line of the text: its end would be a space between Chinese letters; so would one behind a bold stop. */
export const strayGaps = (chinese: string): string[] =>
  withoutBlocks(chinese).match(/[\p{Script=Han}，。：；？！、」）]\n *[\p{Script=Han}「『（]|[，。：；？！]\*+ /gu) ??
  [];

const blocksOf = (source: string): string[] => source.match(/^```[\s\S]*?^```/gm) ?? [];
const withoutBlocks = (source: string): string => source.replace(/^```[\s\S]*?^```/gm, "");

export function proseDifferences(english: string, other: string): string[] {
  const code = surplus(blocksOf(english), blocksOf(other)).map((block) => `code: ${block.split("\n")[0]}`);
  return [...code, ...sectionDifferences(withoutBlocks(english), withoutBlocks(other))];
}

function sectionDifferences(english: string, other: string): string[] {
  const [here, there] = [sectionsOf(english), sectionsOf(other)];
  // Of a claim; a title is translated.
  const ids = (sections: readonly Section[]) => sections.map(({ id }) => (/\d/.test(id) ? id : "title")).join(" ");
  if (ids(here) !== ids(there)) return [`sections ${ids(there)} instead of ${ids(here)}`];
  return here.flatMap(({ id, body }, k) => {
    const translation = there[k]?.body ?? "";
    const shapes = [shapeOf(body), shapeOf(translation)];
    return [
      ...(shapes[0] === shapes[1] ? [] : [`${id}: headings and steps ${shapes[1]} instead of ${shapes[0]}`]),
      ...surplus(formulasOf(body), formulasOf(translation)).map((tex) => `${id}: missing ${tex}`),
      ...surplus(formulasOf(translation), formulasOf(body)).map((tex) => `${id}: more than in English ${tex}`),
      ...untranslated(translation).map((block) => `${id}: English: ${block.trim().slice(0, 60)}`),
    ];
  });
}
