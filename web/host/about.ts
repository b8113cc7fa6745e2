// What this is, its version, licence, and the notices of what it is built with. Loaded when asked for: the texts are long.
/// <reference types="vite/types/importMeta.d.ts" />
import { html } from "lit";
import { version } from "../../package.json";
import { openDialog } from "./dialog.ts";
import { about as say } from "./messages/about.en.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";

const licence = import.meta.glob<string>("../../LICENSE", { query: "?raw", import: "default" });
const notices = import.meta.glob<string>("../../THIRD_PARTY_NOTICES*", { query: "?raw", import: "default" });

async function textOf(files: Record<string, () => Promise<string>>): Promise<string> {
  return (await Promise.all(Object.values(files).map((read) => read()))).join("\n\n");
}

export async function openAbout(): Promise<void> {
  const intro = html`<p class="muted">${format(say.version, { version })}</p><p>${say.what}</p>`;
  const show = openDialog(words.shell.name, intro);
  try {
    const [licenceText, noticeText] = await Promise.all([textOf(licence), textOf(notices)]);
    show(html`
      ${intro}
      <h3>${say.licence}</h3>
      <pre>${licenceText}</pre>
      <h3>${say.notices}</h3>
      <pre>${noticeText}</pre>
    `);
  } catch {
    show(html`${intro}<p>${say.noticesFailed}</p>`);
  }
}
