// The text of a slip: its statement is the printed version with what follows from it, and after its only heading comes the corrected one.
interface Section {
  readonly statement: string;
  readonly derivation: string;
}

/** With its numbers in the places that the build has left for them (theory-html.ts). @param number as it is to stand there; none: it is not known yet */
export const printedOf = ({ statement }: Section, number: (name: string) => string | undefined): string =>
  statement.replace(
    /(<span data-number="(\w+)">)…/g,
    (place, open: string, name: string) => open + (number(name) ?? place.slice(open.length)),
  );

export const correctedOf = ({ derivation }: Section): string => derivation.replace(/^\s*<h4>[\s\S]*?<\/h4>/, "");
