// A link to another lab, as its address: opened in this page, the way back is the browser's.
import { html, type TemplateResult } from "lit";
import { until } from "lit/directives/until.js";
import { fieldsAddress } from "../host/url.ts";

/** What is linked to: fields of a lab's state, each within that lab's table. */
export interface LabFields {
  readonly lab: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Makes the links of one place: packing a state takes a moment, and the newest is kept. */
export function labLink(): (to: LabFields, text: string) => TemplateResult {
  let known: { readonly key: string; readonly address: Promise<string> } | null = null;
  return ({ lab, fields }, text) => {
    const key = JSON.stringify([lab, fields]);
    if (known?.key !== key) known = { key, address: fieldsAddress(lab, fields) };
    return html`<a class="lab-link" data-lab=${lab} href=${until(known.address, `#lab=${lab}`)}>${text}</a>`;
  };
}
