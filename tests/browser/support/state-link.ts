// Addresses that carry a state, as the page itself writes them.
import { pack } from "../../../web/host/pack.ts";

/** The hash that opens a lab with these fields of its state. */
export async function stateLink(lab: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  return `#lab=${lab}&s=${encodeURIComponent(`1.${await pack(JSON.stringify(fields))}`)}`;
}
