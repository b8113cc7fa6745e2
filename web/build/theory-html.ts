// Markdown with TeX -> HTML by claim, for the proof panels. All typesetting happens when the site is built.
//
//   # 1a                     a section; its id is the claim's
//   one paragraph or more    the statement
//   ## Derivation ...        everything from the first second-level heading on is the derivation
//   ## Why ... {extra}       a part that goes beyond the handout
//   @name@                   in a worked example: a number that the page fills in, also in a formula as \\text{@name@}
//   1. ? Which sign?         the first paragraph of a step may be a question, behind which the rest of the step is folded
//   1. ? Which sign? {extra} the same, of a step that goes beyond the handout
//
// TeX stands between $...$ (inline) and $$...$$ (display, may span lines). The content security policy of the site forbids
// style attributes, which KaTeX uses for every height and shift, so each distinct style becomes a class of its own.
import katex from "katex";
import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import { theory as english } from "../host/messages/theory.en.ts";
import { theory as chinese } from "../host/messages/theory.zh-TW.ts";

export interface TheorySection {
  statement: string;
  derivation: string;
}

export interface RenderedTheory {
  sections: Record<string, TheorySection>;
  /** class name -> declarations */
  styles: Map<string, string>;
}

/** @param styles those of other theories that are on the same page  @throws Error naming file and section: bad TeX, a section without statement or derivation, an id used twice */
export function renderTheory(source: string, file: string, styles = new Map<string, string>()): RenderedTheory {
  const markdown = makeMarkdown(file.endsWith(".zh-TW.md") ? chinese : english);
  const sections: Record<string, TheorySection> = {};
  const parts = source.replace(/\r\n/g, "\n").split(/^# +/m);
  if (parts[0]?.trim()) throw new Error(`${file}: text before the first "# id" heading`);
  for (const part of parts.slice(1)) {
    const end = part.indexOf("\n");
    const id = part.slice(0, end).trim();
    if (!/^[\w.]+$/.test(id)) throw new Error(`${file}: "${id}" is not a claim id`);
    if (sections[id]) throw new Error(`${file}: section ${id} occurs twice`);
    const body = part.slice(end + 1);
    const cut = body.search(/^## /m);
    const statement = cut < 0 ? body : body.slice(0, cut);
    const derivation = cut < 0 ? "" : body.slice(cut);
    if (!statement.trim() || !derivation.trim())
      throw new Error(`${file}: section ${id} lacks statement or derivation`);
    try {
      sections[id] = {
        statement: alive(hoistStyles(markdown.render(statement), styles)),
        derivation: alive(hoistStyles(markdown.render(derivation), styles)),
      };
    } catch (cause) {
      throw new Error(`${file}: section ${id}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  return { sections, styles };
}

/** The places of the numbers that a worked example computes. */
const alive = (html: string) => html.replace(/@(\w+)@/g, '<span data-number="$1">…</span>');

function makeMarkdown(words: { readonly beyond: string }): MarkdownIt {
  const markdown = createMarkdown({ html: false, typographer: false });
  markdown.use(texPlugin);
  markdown.use(questionPlugin);
  // The panel's headings are h2 and h3; the sections of a derivation come below them.
  markdown.renderer.rules.heading_open = () => "<h4>";
  markdown.renderer.rules.heading_close = () => "</h4>\n";
  const beyond = ` <small class="theory-beyond">${markdown.utils.escapeHtml(words.beyond)}</small>`;
  markdown.renderer.rules.extra_close = () => `${beyond}</h4>\n`;
  markdown.renderer.rules.beyond_close = () => `${beyond}</summary>\n`;
  if (words === chinese) {
    // The title of a book in English keeps its italics: Chinese has none.
    markdown.renderer.rules.em_open = (tokens, index) =>
      /\p{Script=Han}/u.test(tokens[index + 1]?.content ?? "") ? "<em>" : '<em lang="en">';
  }
  markdown.renderer.rules.link_open = (tokens, index) => {
    const href = markdown.utils.escapeHtml(String(tokens[index]?.attrGet("href") ?? ""));
    return `<a href="${href}" target="_blank" rel="noopener noreferrer">`;
  };
  return markdown;
}

const EXTRA = " {extra}";

/** Questions that come before their steps, and headings of parts that go beyond the handout. */
function questionPlugin(markdown: MarkdownIt): void {
  markdown.core.ruler.after("block", "questions", ({ tokens }) => {
    /** Of the items that are open at this token: whether its step is folded behind a question. */
    const folded: boolean[] = [];
    tokens.forEach((token, index) => {
      const [begin, text, end] = tokens.slice(index + 1);
      if (token.type === "heading_open" && begin?.content.endsWith(EXTRA)) {
        begin.content = begin.content.slice(0, -EXTRA.length);
        if (text) text.type = "extra_close";
      } else if (token.type === "list_item_open") {
        const asks = begin?.type === "paragraph_open" && text?.content.startsWith("? ") === true;
        folded.push(asks);
        if (!asks || end === undefined) return;
        const beyond = text.content.endsWith(EXTRA);
        text.content = text.content.slice(2, beyond ? -EXTRA.length : undefined);
        begin.type = "question_open";
        end.type = beyond ? "beyond_close" : "question_close";
      } else if (token.type === "list_item_close" && folded.pop()) token.type = "folded_close";
    });
  });
  const { rules } = markdown.renderer;
  rules.question_open = () => '<details class="theory-step"><summary>';
  rules.question_close = () => "</summary>\n";
  rules.folded_close = () => "</details></li>\n";
}

function typeset(tex: string, displayMode: boolean): string {
  const html = katex.renderToString(tex, {
    displayMode,
    strict: "error",
    throwOnError: true,
    trust: false,
    output: "htmlAndMathml",
  });
  // The TeX source inside the MathML is for copying; no screen reader speaks it, and it is a sixth of the weight.
  const light = html.replace(/<annotation encoding="application\/x-tex">[\s\S]*?<\/annotation>/g, "");
  return displayMode ? `<div class="theory-display">${light}</div>` : light;
}

function texPlugin(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "fence",
    "tex",
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      if (!lineAt(startLine).startsWith("$$")) return false;
      if (silent) return true;
      let text = lineAt(startLine).slice(2);
      let line = startLine;
      while (!text.includes("$$")) {
        line += 1;
        if (line >= endLine) throw new Error("a display formula is not closed");
        text += `\n${lineAt(line)}`;
      }
      const close = text.indexOf("$$");
      if (text.slice(close + 2).trim())
        throw new Error(`text after a display formula on its line: ${text.slice(close + 2)}`);
      const token = state.push("tex_display", "", 0);
      token.content = text.slice(0, close);
      state.line = line + 1;
      return true;
    },
    { alt: ["paragraph", "list"] },
  );

  markdown.inline.ruler.before("escape", "tex", (state, silent) => {
    if (state.src[state.pos] !== "$") return false;
    const close = state.src.indexOf("$", state.pos + 1);
    if (close < 0) throw new Error(`a formula is not closed: ${state.src.slice(state.pos, state.pos + 40)}`);
    if (!silent) state.push("tex_inline", "", 0).content = state.src.slice(state.pos + 1, close);
    state.pos = close + 1;
    return true;
  });
  markdown.renderer.rules.tex_display = (tokens, index) => `${typeset(tokens[index]?.content ?? "", true)}\n`;
  markdown.core.ruler.push("ties", ({ tokens }) => {
    for (const { children } of tokens) for (const token of children ?? []) tie(children ?? [], token);
  });
  markdown.renderer.rules.tex_inline = (tokens, index) => {
    const { content = "", markup = "", info = "" } = tokens[index] ?? {};
    const html = typeset(content, false);
    if (markup + info === "") return html;
    // Where the formula itself may end a line has to be said then.
    const parts = html.replace(/(?<=<\/span>)<span class="katex-base">/g, "<wbr>$&");
    return `<span class="theory-tie">${markup}${parts}${info}</span>`;
  };
}

const OPENING = /[([\u201c「『（]+$/;
const CLOSING = /^[.,;:!?)\]\u201d，。；：、！？）」』]+/;

/**
 * A line may end before and after any inline box, whatever stands beside it. So a formula takes the marks around it into a box where it
 * may not: no line begins with a comma, and none ends with a bracket that opens.
 */
function tie(tokens: readonly Token[], formula: Token): void {
  if (formula.type !== "tex_inline") return;
  const index = tokens.indexOf(formula);
  const before = tokens[index - 1];
  if (before?.type === "text") {
    formula.markup = OPENING.exec(before.content)?.[0] ?? "";
    before.content = before.content.replace(OPENING, "");
  }
  // Behind what ends with the formula, as in **$x$**, too.
  const after = tokens.slice(index + 1).find(({ nesting }) => nesting >= 0);
  if (after?.type !== "text") return;
  formula.info = CLOSING.exec(after.content)?.[0] ?? "";
  after.content = after.content.replace(CLOSING, "");
}

/** Move every style attribute into `styles` and put the class that stands for it in its place. */
export function hoistStyles(html: string, styles: Map<string, string>): string {
  return html.replace(/<[a-z][^>]*\sstyle="([^"]*)"[^>]*>/g, (tag, style: string) => {
    const name = className(style);
    const known = styles.get(name);
    if (known !== undefined && known !== style)
      throw new Error(`two styles share the class ${name}: ${known} | ${style}`);
    styles.set(name, style);
    const bare = tag.replace(/\sstyle="[^"]*"/, "");
    return /\sclass="/.test(bare)
      ? bare.replace(/\sclass="/, ` class="${name} `)
      : bare.replace(/^<[a-z]+/, `$& class="${name}"`);
  });
}

/** The same style has the same class in every lab, so that two theories on one page agree. FNV-1a, 32 bits. */
function className(style: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < style.length; k += 1) hash = Math.imul(hash ^ style.charCodeAt(k), 0x01000193);
  return `k${(hash >>> 0).toString(36)}`;
}
