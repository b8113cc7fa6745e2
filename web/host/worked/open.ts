// A worked example on a sheet over the page: what the reader sets, and the text whose numbers follow. Loaded when it is asked for.
/// <reference types="vite/types/importMeta.d.ts" />
import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "../theory.css";
import "./worked.css";
import { createClient } from "../client.ts";
import { mountControls } from "../controls.ts";
import { openDialog } from "../dialog.ts";
import type { LabEntry } from "../entry.ts";
import { defaultsOf } from "../fields.ts";
import { worked as words } from "../messages/worked.en.ts";
import { openLocal, openWorker } from "../port.ts";
import type { Theory } from "../proof.ts";
import { createStore } from "../store.ts";
import { examples } from "./list.ts";
import type { WorkedWords } from "./words.ts";
import type { WorkedValue } from "./worked.ts";
import { written } from "./written.ts";

const texts = import.meta.glob<Theory | Promise<Theory>>("../../labs/*/worked.md", { import: "default" });
const messages = import.meta.glob<WorkedWords>("../../labs/*/messages/worked.en.ts", { import: "worked" });

/** @param lab one that has an example  @throws where a part of it does not arrive */
export async function openWorked({ id, part }: Pick<LabEntry, "id" | "part">): Promise<void> {
  const [example, theory, say] = await Promise.all([
    examples[`../../labs/${id}/worked.ts`]?.(),
    texts[`../../labs/${id}/worked.md`]?.(),
    messages[`../../labs/${id}/messages/worked.en.ts`]?.(),
  ]);
  const section = Object.values(theory ?? {})[0];
  if (!example || !section || !say) return;
  const store = createStore<Record<string, unknown>>(defaultsOf(example.table));
  const client = createClient<object, Readonly<Record<string, WorkedValue>>>({
    lab: { id: `${id}/worked`, part },
    ports: [openWorker, openLocal],
  });

  let trouble = "";
  const body = () => html`
    <div class="worked">
      <div class="worked-controls"></div>
      <p class="worked-trouble" role="alert">${trouble || nothing}</p>
      <div class="theory worked-text">
        <div class="proof-statement">${unsafeHTML(section.statement)}</div>
        ${unsafeHTML(section.derivation)}
      </div>
    </div>
  `;
  const show = openDialog(say.title, body());
  const root = document.querySelector<HTMLElement>("dialog .worked");
  const controls = root?.querySelector<HTMLElement>(".worked-controls");
  if (!root || !controls) return;
  const settings = Object.keys(example.table).map((field) => ({ field, label: field, ...say.fields[field] }));
  const groups = [{ title: words.settings, controls: settings }];
  const unmount = mountControls(controls, { store, table: example.table, groups });

  function fill(values: Readonly<Record<string, WorkedValue>>): void {
    for (const place of root?.querySelectorAll<HTMLElement>("[data-number]") ?? []) {
      const text = written(values[place.dataset.number ?? ""] ?? null);
      if (place.textContent !== text) place.textContent = text;
    }
    if (root) root.dataset.filled = JSON.stringify(store.state);
  }
  client.onframe((values) => {
    trouble = "";
    fill(values);
    show(body());
  });
  client.onstatus((status) => {
    if (status.phase !== "refused" && status.phase !== "unavailable" && status.phase !== "restarted") return;
    trouble = words.trouble;
    show(body());
  });
  const solve = () => client.solve({ ...store.state });
  const stop = store.subscribe(solve);
  solve();
  root.closest("dialog")?.addEventListener("close", () => {
    stop();
    unmount();
    client.dispose();
  });
}
