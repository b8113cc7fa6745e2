// Words in two languages, compared.

/** Latin words that are the same in both: names, units, and what the field writes so. */
const SAME = new Set(
  [
    "Proofground Markdown VAE ELBO NELBO SNR LSTM CIFG SVM SVR SVDD RBF KKT MNIST BPTT DDIM DDPM Adam SGD GRU RNN Bernoulli Tweedie",
    "CSV PNG SVG JSON ppm nats tanh sigmoid log exp max min argmin diag setosa versicolor virginica",
    // Keys, as they are written on a keyboard.
    "Tab Enter Escape Delete Esc Home End Space Shift Ctrl Alt PageUp PageDown",
  ].flatMap((line) => line.split(" ")),
);
/** Names in files that a program reads, sources, and languages in themselves. */
const AS_THEY_ARE = /\.(?:files|columns|source|languages|placeholder)(?:\.|$)/;

const isText = (value: unknown): value is string => typeof value === "string";
const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The slots that must stand in a translation, and those that may: words behind a count are forms that Chinese does not have. */
function slotsOf(text: string) {
  const all = [...text.matchAll(/\{(\w+)(:[^}]*)?\}/g)];
  return {
    must: new Set(all.flatMap(([, name = "", forms]) => (forms === undefined ? [name] : []))),
    may: new Set(all.map(([, name = ""]) => name)),
  };
}

/** Latin words of three letters or more, besides slots and names. */
export const wordsIn = (text: string): string[] =>
  (text.replace(/\{[^}]*\}/g, " ").match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !SAME.has(word));

/** What is wrong with a translation, beside its original: one line for each fault, with the path to it. */
export function differences(english: unknown, other: unknown, path: string): string[] {
  if (typeof english !== typeof other) return [`${path}: ${typeof other} instead of ${typeof english}`];
  if (isText(english) && isText(other)) {
    const [here, there] = [slotsOf(english), slotsOf(other)];
    const missing = [...here.must].filter((name) => !there.may.has(name)).map((name) => `${path}: no {${name}}`);
    const unknown = [...there.may]
      .filter((name) => !here.may.has(name))
      .map((name) => `${path}: {${name}} is not known`);
    const same =
      english === other && !AS_THEY_ARE.test(path) && wordsIn(english).length > 0
        ? [`${path}: as in English: ${english}`]
        : [];
    return [...missing, ...unknown, ...same];
  }
  if (!isTable(english) || !isTable(other)) return [];
  if (Array.isArray(english) && Array.isArray(other) && english.length !== other.length)
    return [`${path}: ${other.length} entries instead of ${english.length}`];
  const keys = new Set([...Object.keys(english), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const at = `${path}.${key}`;
    if (!Object.hasOwn(other, key)) return [`${at}: missing`];
    if (!Object.hasOwn(english, key)) return [`${at}: not in English`];
    return differences(english[key], other[key], at);
  });
}

/** Every text in a value, with the path to it. */
export function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (isText(value)) return [[path, value]];
  return isTable(value) ? Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`)) : [];
}
