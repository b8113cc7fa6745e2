// Typeset HTML as plain text: what a search engine, a link's preview or a title says of a statement. Formulas are read from their
// MathML, with the letters that Unicode has for indices and powers.

interface Element {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly children: (Element | string)[];
}

const VOID = /^(br|hr|img|input|link|meta|wbr)$/;

/** Well-formed HTML, as KaTeX and markdown-it write it. */
function parse(html: string): Element {
  const root: Element = { tag: "", classes: [], children: [] };
  const open = [root];
  for (const [token, name, attributes = ""] of html.matchAll(/<(\/?[a-zA-Z][\w-]*)([^>]*)>|[^<]+/g)) {
    const around = open.at(-1) ?? root;
    if (name === undefined) around.children.push(decode(token));
    else if (name.startsWith("/")) open.pop();
    else {
      const classes = (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? "").split(" ");
      const element: Element = { tag: name, classes, children: [] };
      around.children.push(element);
      if (!attributes.endsWith("/") && !VOID.test(name)) open.push(element);
    }
  }
  return root;
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", amp: "&" };

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name: string) => NAMED[name] ?? entity);
}

const letters = (from: string, to: string) =>
  new Map([...from].map((letter, k) => [letter, [...to][k] ?? ""] as const));
const BELOW = letters("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
const ABOVE = letters("0123456789+−=()inT⊤∗*abcdefghjklmoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵀᵀ**ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ");
const ACCENTS = letters("ˉ‾~^˙", "\u0304\u0304\u0303\u0302\u0307");

/** An index or a power: in small letters where Unicode has all of them. */
function small(text: string, table: ReadonlyMap<string, string>, sign: string): string {
  const plain = text.replace(/\s/g, "");
  const all = [...plain].map((letter) => table.get(letter));
  if (all.every((letter) => letter !== undefined)) return all.join("");
  return [...plain].length === 1 ? `${sign}${plain}` : `${sign}(${text.trim()})`;
}

/** A part of a fraction or of a root: one number or letter stands without brackets. */
const part = (text: string): string => (/^[\p{L}\p{N}\p{M}]+$/u.test(text) ? text : `(${text})`);

const RELATION = /^[=<>≤≥≠∈∉∼≈→⟶↦⊂⊆∣≪≫]$/;
const BINARY = /^[+−×·⊙]$/;

function math(node: Element | string): string {
  if (typeof node === "string") return node.trim() === "" ? " " : node;
  const at = (k: number) => math(node.children[k] ?? "");
  const below = (k: number) => small(at(k), BELOW, "_");
  const above = (k: number) => small(at(k), ABOVE, "^");
  switch (node.tag) {
    case "annotation":
      return "";
    case "mspace":
      return " ";
    case "mo":
      return operator(node.children.map(math).join(""));
    case "msub":
    case "munder":
      return at(0) + below(1);
    case "msup":
      return at(0) + above(1);
    case "mover":
      return ACCENTS.has(at(1)) && [...at(0)].length === 1 ? at(0) + ACCENTS.get(at(1)) : at(0) + above(1);
    case "msubsup":
    case "munderover":
      return at(0) + below(1) + above(2);
    case "mfrac":
      return `${part(at(0))}/${part(at(1))}`;
    case "msqrt":
      return `√${part(node.children.map(math).join("").trim())}`;
    case "mtr":
      return `${node.children.map(math).join(" ")}; `;
    default:
      return node.children.map(math).join("");
  }
}

function operator(sign: string): string {
  if (sign === "\u2061") return " "; // applies a function: log σ
  if (sign === ",") return ", ";
  return RELATION.test(sign) || BINARY.test(sign) ? ` ${sign} ` : sign;
}

/** A formula of one line. */
function formula(node: Element): string {
  return math(node)
    .trim()
    .replace(/ϵ/g, "ε")
    .replace(/\s+/g, " ")
    .replace(/(^|[(,=≤≥<>/] ?)([+−]) /g, "$1$2") // a sign, and no operation
    .replace(/([\p{L}]) \(/gu, "$1(");
}

function words(node: Element | string, display: string): string {
  if (typeof node === "string") return node;
  if (node.classes.includes("theory-display")) return ` ${display} `;
  if (node.classes.includes("katex-html")) return "";
  if (node.tag === "math") return formula(node);
  const text = node.children.map((child) => words(child, display)).join("");
  return /^(p|li|h\d|div)$/.test(node.tag) ? `${text} ` : text;
}

/** @param display what stands for a formula on a line of its own */
export function plainText(html: string, display = "…"): string {
  return words(parse(html), display)
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:)])/g, "$1")
    .trim();
}

/** Cut where a word ends. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\s,.;:…，。；：、]*(?:\s[^\s\u2e80-\uffff]*)?$/, "")} …`;
}

/**
 * The sentences of a statement that can be read without its large formulas: those before the first one. A sentence around a
 * formula that is left out says nothing. @param most letters
 */
export function summaryOf(statement: string, most = 220): string {
  const [before = "", ...rest] = plainText(statement).split("…");
  const text = rest.length === 0 ? before : (/^(.*(?:\. |。))/s.exec(before)?.[1]?.trimEnd() ?? "");
  return shortened(text, most);
}
