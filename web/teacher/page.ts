// The teacher's page: opens hand-ins, computes every answer again, and shows what they come to.
import { html, nothing, render } from "lit";
import "../style.css";
import "./teacher.css";
import type { LabEntry } from "../host/entry.ts";
import { download, fileName } from "../host/export-file.ts";
import { keepLanguage } from "../host/language.ts";
import { format } from "../host/messages/format.ts";
import { language } from "../host/messages/language.en.ts";
import { said } from "../host/said.ts";
import { answersView, FIRST_LOOKS, type Looks } from "./answers-view.ts";
import { csvOf } from "./csv.ts";
import { en as words } from "./messages/teacher.en.ts";
import { Session } from "./session.ts";
import { allAsked, idsIn, summaries } from "./summary.ts";
import { askedView, summaryView } from "./summary-view.ts";
import { progressSaid, progressView, takeView } from "./take-view.ts";

/** Answers come by the hundred in a second. Between two drawings of the page, ms: at least, at most. */
const PACE = { least: 150, most: 5000 };
/** Drawing a long table takes some engines a second or two: it is given this share of the time, and the answers the rest. */
const SHARE = 1 / 5;

export interface TeacherOptions {
  readonly labs: readonly LabEntry[];
  /** Address of the page with the labs, without its hash. */
  readonly base: string;
  /** What the address begins with where it names tasks: "#", or "#teach&" where the page is a part of another one. */
  readonly prefix: string;
}

/** Of the address: the tasks that were asked for. */
const askedIn = (hash: string) => new URLSearchParams(hash.replace(/^#/, "")).get("task") ?? "";

/** The page anew in the other language. What its address asked for goes before the choice, so that is left out. */
function changeLanguage(): void {
  const { tag } = language.other;
  const hash = location.hash.replace(/(?<=[#&])lang=[\w-]*&?/g, "").replace(/[#&]$/, "");
  const asked = keepLanguage(tag) ? hash : `${hash === "" ? "#" : `${hash}&`}lang=${tag}`;
  history.replaceState(null, "", location.href.replace(/#.*/, "") + asked);
  location.reload();
}

export async function openTeacher(root: HTMLElement, { labs, base, prefix }: TeacherOptions): Promise<void> {
  let looks: Looks = FIRST_LOOKS;
  let typed = askedIn(location.hash);
  /** What has come of saving the table. */
  let saved = "";
  /** A drawing is due. */
  let due = false;
  let pace = PACE.least;
  const session = new Session(labs, () => later());
  document.title = `${words.title} · ${words.name}`;
  document.querySelector("meta[name=description]")?.setAttribute("content", words.what);
  try {
    await session.load();
  } catch (error) {
    console.error(error);
    render(html`<p class="beginning" role="alert">${words.unreachable}</p>`, root);
    return;
  }
  root.replaceChildren();

  function later(): void {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      const begun = performance.now();
      draw();
      // What follows the next frame comes when that has been laid out and painted.
      requestAnimationFrame(() =>
        setTimeout(() => {
          pace = Math.min(Math.max((performance.now() - begun) / SHARE, PACE.least), PACE.most);
        }),
      );
    }, pace);
  }

  function change(next: Partial<Looks>): void {
    looks = { ...looks, ...next };
    draw();
  }

  function ask(text: string): void {
    typed = text;
    const ids = idsIn(text).join(",");
    try {
      history.replaceState(null, "", ids === "" ? `${prefix.replace(/&$/, "")}` : `${prefix}task=${ids}`);
    } catch {
      // Some frames have no address of their own: the page works all the same.
    }
    draw();
  }

  function csv(): void {
    const name = fileName([words.csv.file], "csv");
    download({ name, type: "text/csv;charset=utf-8", data: csvOf(session.rows) });
    saved = format(words.csv.saved, { name });
    draw();
  }

  function draw(): void {
    const { rows, files, order } = session;
    const named = idsIn(typed);
    const asked = named.length === 0 ? allAsked(rows, order) : named.filter((id) => order.includes(id));
    const unknown = named.filter((id) => !order.includes(id));
    render(
      html`
        <header class="teacher-top">
          <a class="brand" href=${base}>${words.name}</a>
          <h1>${words.title}</h1>
          <p class="muted">${words.what}</p>
          ${
            // The files that are open would be gone.
            files.length > 0
              ? nothing
              : html`<button type="button" class="button plain" data-action="language" @click=${changeLanguage}>
                  <span lang=${language.other.tag}>${language.other.name}</span>${language.other.says && ` (${language.other.says})`}
                </button>`
          }
        </header>
        <main class="teacher">
          <section class="take">
            ${takeView(session, {
              add: (found) => void session.add(found),
              paste: (text) => void session.paste(text),
            })}
            ${askedView(typed, unknown, ask)}
          </section>
          <div class="progress">${said("progress", progressSaid(session), progressView(session))}</div>
          ${
            files.length === 0
              ? nothing
              : html`<section>${summaryView(summaries(files, rows, asked), asked)}</section>
                  <section>${answersView(rows, looks, { base, change, csv, saved })}</section>`
          }
          <section class="trust">
            <h2>${words.trust.title}</h2>
            <ul>${words.trust.found.map((each) => html`<li data-found>${each}</li>`)}${words.trust.not.map((each) => html`<li data-not>${each}</li>`)}</ul>
          </section>
        </main>
      `,
      root,
    );
  }

  window.addEventListener("hashchange", () => {
    typed = askedIn(location.hash);
    draw();
  });
  // A file that misses its mark would be opened by the browser in place of the page and all that was computed.
  for (const type of ["dragover", "drop"] as const)
    window.addEventListener(type, (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  draw();
}
