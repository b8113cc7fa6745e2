// Words that a reader would see and that stand in the code, as far as that can be told from the text of a file.
import { wordsIn } from "./words.ts";

/** In a template: between tags, and what is spoken or shown as a hint. */
const IN_TEMPLATE: readonly RegExp[] = [
  /(?<!=)>([^<>{}$`=]*)(?=<|\$\{)/g,
  /\s(?:aria-label|aria-description|title|placeholder|alt)="([^"$]*)"/g,
];
const ANYWHERE: readonly RegExp[] = [
  /\.(?:textContent|innerText|title|placeholder|ariaLabel|alt) = "([A-Z][^"]*)"/g,
  /[{;\s]content:\s*"([^"]*)";/g,
];

const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");

const all = (text: string, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, found = ""]) => found.trim()));

export function literals(code: string): string[] {
  const text = withoutComments(code);
  const templates = [...text.matchAll(/\b(?:html|svg)`([^`]*)/g)].map(([, inside = ""]) => inside);
  const english = [...templates.flatMap((inside) => all(inside, IN_TEMPLATE)), ...all(text, ANYWHERE)];
  const chinese = all(text, [/(\p{Script=Han}[^"`]*)/gu]);
  return [...english.filter((found) => wordsIn(found).length > 0), ...chinese];
}
