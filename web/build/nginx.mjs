// web/pages/nginx.conf with its places filled in: what the page of recipes shows is what the tests run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { SITE_CSP } from "./csp.mjs";

/**
 * What belongs inside nginx's "http".
 * @param {{ listen: string, root: string }} where an address, as "listen" takes it; the folder that is served
 */
export function nginxConfig({ listen, root }) {
  const text = readFileSync(join(PROJECT, "web/pages/nginx.conf"), "utf8");
  /** @type {Readonly<Record<string, string>>} */
  const places = { LISTEN: listen, ROOT: root, POLICY: SITE_CSP };
  return text
    .replace(/ Words in capitals[\s\S]*?policy\.\n/, "\n")
    .replaceAll(/@(\w+)@/g, (place, name) => places[name] ?? place);
}
