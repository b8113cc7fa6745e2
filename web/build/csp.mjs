// The content security policy of what is shipped: nothing from anywhere else, no inline code but what is named here, no eval.
import { createHash } from "node:crypto";
import { CHOOSER } from "./languages.mjs";

/** @param {Readonly<Record<string, string>>} directives */
const policy = (directives) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The served site: sent as a header by `npm start`, and in the page itself for hosts that send none. */
export const SITE_CSP = policy({
  "default-src": "'none'",
  // One script stands in the page itself: the one that chooses the language.
  "script-src": `'self' ${hash(CHOOSER)} 'wasm-unsafe-eval'`,
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self' blob:",
  // The preview of the page that makes links.
  "frame-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
});

/**
 * The single file: just these scripts and these styles. The worker is made from a Blob and inherits the policy.
 * @param {readonly string[]} scripts
 * @param {string} styles
 */
export const singleFileCsp = (scripts, styles) =>
  policy({
    "default-src": "'none'",
    "script-src": `${scripts.map(hash).join(" ")} 'wasm-unsafe-eval' blob:`,
    "style-src": hash(styles),
    "img-src": "data: blob:",
    "font-src": "data:",
    "worker-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
  });

/** The page that a learning platform opens: its own script, and the site in a frame, all of the same package. */
export const LAUNCH_CSP = policy({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "frame-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
});
