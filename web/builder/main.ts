// The page that makes links, frames and elements for pages of others. Its own hash says what is chosen.
import { html, nothing, render } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "../style.css";
import "../host/controls.css";
import "./builder.css";
import { hashOf, type Parameters } from "../embed/address.ts";
import type { LabEntry } from "../host/entry.ts";
import { isRefusal, type Refusal } from "../host/fields.ts";
import { type ShownField, shownFields } from "../host/frame/shown-fields.ts";
import { keepLanguage } from "../host/language.ts";
import { format } from "../host/messages/format.ts";
import { language } from "../host/messages/language.en.ts";
import { linkWords } from "../host/messages/link.en.ts";
import { applyTheme, themeChoice } from "../host/theme.ts";
import { labList } from "../registry.ts";
import { type Choice, choiceAt, hashIn, hashOfChoice, type Model, parametersOf } from "./choice.ts";
import { type FormState, form } from "./form.ts";
import { en as words } from "./messages/builder.en.ts";
import { output, siteIn } from "./output.ts";
import { FRAME_HEIGHT, type Kind } from "./texts.ts";
import { type LabWords, wordsOf } from "./words-of-labs.ts";

interface Opened {
  readonly entry: LabEntry;
  readonly model: Model;
  readonly names: LabWords;
}

const page = location.href.replace(/[?#].*$/, "");
const here = new URL("..", page).href;

function start(root: HTMLElement): void {
  let opened: Opened | null = null;
  let choice: Choice | null = null;
  let parameters: Parameters | string | null = null;
  /** Controls that the preview has shown since this lab was chosen: hidden ones are not in it any more. */
  let fields = new Map<string, ShownField>();
  let wrong: FormState["wrong"] = {};
  let kind: Kind = "element";
  let site: string | null = here;
  let typed = here;
  let news = "";
  /** The link to what the preview shows; null while that is not known, or is too much for a link. */
  let seen: string | null = null;
  const roomy = matchMedia("(min-width: 1000px)").matches;
  /** Counts changes: what is still being loaded or packed for an older one gives way. */
  let turn = 0;

  const sentence = ({ reason, field, value, expected }: Refusal) =>
    format(linkWords[reason], { field, value, expected });

  /** @param keep what was chosen besides stays, where the address says nothing of it */
  async function open(hash: string, keep = false): Promise<void> {
    const mine = ++turn;
    const before = keep ? choice : null;
    try {
      const next = await choiceAt(labList, hash);
      const names = await wordsOf(next.entry.id);
      if (mine !== turn) return;
      if (next.entry !== opened?.entry) [fields, seen] = [new Map(), null];
      opened = { entry: next.entry, model: next.model, names };
      wrong = { link: next.refusal ? sentence(next.refusal) : "" };
      await choose(before ? kept(before, next.choice) : next.choice);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      render(html`<p class="beginning" role="alert">${words.unreachable}</p>`, root);
    }
  }

  function kept(before: Choice, next: Choice): Choice {
    const named = next.hide.length + next.lock.length > 0 || before.lab !== next.lab;
    const { hide, lock } = named ? next : before;
    return {
      ...before,
      ...next,
      theme: next.theme || before.theme,
      lang: next.lang || before.lang,
      whole: before.whole,
      height: before.height,
      hide,
      lock,
    };
  }

  async function choose(next: Choice): Promise<void> {
    if (!opened) return;
    const mine = ++turn;
    choice = next;
    news = "";
    const found = await parametersOf(opened.model, next);
    if (mine !== turn) return;
    parameters = found !== null && isRefusal(found) ? sentence(found) : found;
    if (isSaid(parameters)) history.replaceState(null, "", hashOfChoice(parameters, next));
    draw();
  }

  const isSaid = (given: typeof parameters): given is Parameters => given !== null && typeof given !== "string";
  const change = (part: Partial<Choice>) => {
    if (choice) void choose({ ...choice, ...part });
  };

  function draw(): void {
    if (!opened || !choice) return;
    const { entry, model, names } = opened;
    const title = choice.claim === null ? undefined : names.claims[choice.claim]?.title;
    const what = title === undefined ? entry.title : format(words.named, { id: choice.claim ?? "", title });
    const actions = {
      change,
      open: (lab: string) => void open(hashOf({ lab }), true),
      paste(link: string) {
        const hash = hashIn(link);
        if (hash !== null) void open(hash, true);
        else {
          wrong = { ...wrong, link: link.trim() === "" ? "" : words.from.other };
          draw();
        }
      },
      refuse(input: "seed" | "height", why: string) {
        wrong = { ...wrong, [input]: why };
        draw();
      },
    };
    const state: FormState = { labs: labList.labs, model, names, choice, fields: [...fields.values()], roomy, wrong };
    const place = { site: site === null ? null : siteIn(site) };
    const shown = { what, height: choice.height };
    render(
      html`
        <header class="top">
          <a class="brand" href="../index.html">${words.name}</a>
          <h1>${words.title}</h1>
          <p class="muted">${words.what}</p>
          <button type="button" class="button plain" data-action="language" @click=${changeLanguage}>
            <span lang=${language.other.tag}>${language.other.name}</span>${language.other.says && ` (${language.other.says})`}
          </button>
        </header>
        <main class="builder">
          <form class="form" @submit=${(event: Event) => event.preventDefault()}>${form(state, actions)}</form>
          <section class="preview" aria-label=${words.preview}>
            ${preview(choice)}
            <div class="taking">
              <button type="button" class="button" ?disabled=${seen === null} @click=${take}>${words.use}</button>
              <p class="note">${words.useHint}</p>
            </div>
          </section>
          <section class="output" aria-label=${words.text}>
            ${output(
              {
                parameters,
                kind,
                place: site !== null && place.site === null ? { site: here } : place,
                site: typed,
                shown,
                news,
              },
              {
                kind(next) {
                  [kind, news] = [next, ""];
                  draw();
                },
                site(address) {
                  [site, news] = [address, ""];
                  if (address !== null) typed = address;
                  draw();
                },
                copied(next) {
                  news = next;
                  draw();
                },
              },
            )}
          </section>
        </main>
      `,
      root,
    );
  }

  /** The element itself, as it will be on a page of others. */
  function preview({ height }: Choice) {
    if (!isSaid(parameters)) return nothing;
    const given = (name: keyof Parameters) => (isSaid(parameters) && parameters[name] ? parameters[name] : nothing);
    // Another lab in the frame that is there would come back as it was left.
    return keyed(
      choice?.lab,
      html`<proofground-lab
      loading="eager" lab=${given("lab")} q=${given("q")} s=${given("s")} w=${given("w")} lang=${given("lang")} theme=${given("theme")}
      hide=${given("hide")} lock=${given("lock")} height=${height ?? (parameters.w === "0" ? FRAME_HEIGHT : nothing)}
      @pg-ready=${look} @pg-state=${look}
    ></proofground-lab>`,
    );
  }

  /** What was done in the preview becomes the beginning. */
  function take(): void {
    const hash = seen === null ? null : hashIn(seen);
    if (hash !== null) void open(hash, true);
  }

  /** The preview is a page of this origin: what stands in it can be read. */
  function look(event: CustomEvent<{ link?: unknown }>): void {
    const { link } = event.detail;
    if (typeof link === "string" && seen === null) {
      seen = link;
      draw();
    } else if (event.type === "pg-state") seen = typeof link === "string" ? link : null;
    const frame = (event.currentTarget as HTMLElement).shadowRoot?.querySelector("iframe");
    const inside = frame?.contentDocument;
    if (!inside) return;
    const before = fields.size;
    for (const one of shownFields(inside)) if (!fields.has(one.field)) fields.set(one.field, one);
    if (fields.size !== before) draw();
  }

  window.addEventListener("hashchange", () => void open(location.hash));
  void open(location.hash);
}

/** The hash says what is chosen for another page, so the language of this one stands before it. */
function changeLanguage(): void {
  const { tag } = language.other;
  history.replaceState(null, "", page + (keepLanguage(tag) ? "" : `?lang=${tag}`) + location.hash);
  location.reload();
}

applyTheme(themeChoice());
document.querySelector("meta[name=description]")?.setAttribute("content", words.what);
document.title = format(words.pageTitle, { title: words.title, site: words.name });
const root = document.getElementById("builder");
if (root) start(root);
