// proofground-embed.js: one script for a host page, classic or module, which defines <proofground-lab>.
import { version } from "../../package.json";
import { pageBeside } from "./address.ts";
import { ProofgroundLab } from "./element.ts";
import { wordsIn } from "./words.ts";

const NAME = "proofground-lab";
const SELF = /\/proofground-embed\.js$/;

/**
 * This script's own address. `import.meta` would know it, but is an error in a classic script; a module has no `currentScript`, so
 * it is found by its name: as a script element, or where it was imported, among what the page has loaded.
 */
function ownAddress(): string | undefined {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src !== "") return current.src;
  const scripts = [...document.scripts].map(({ src }) => src);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  return [...scripts, ...loaded].find((url) => URL.canParse(url) && SELF.test(new URL(url).pathname));
}

const address = ownAddress();
const base = address === undefined ? "" : pageBeside(address);
const known = customElements.get(NAME) as Partial<typeof ProofgroundLab> | undefined;
if (!known) {
  ProofgroundLab.version = version;
  ProofgroundLab.base = base;
  customElements.define(NAME, ProofgroundLab);
} else if (known.version !== version || known.base !== base) {
  // An element cannot be defined twice: the first one stays, whoever it is.
  const say = { known: known.version ?? "?", knownBase: known.base ?? "?", version, base };
  const { otherVersion } = wordsIn(document.documentElement);
  console.warn(otherVersion.replace(/\{(\w+)\}/g, (_, name: keyof typeof say) => say[name]));
}
