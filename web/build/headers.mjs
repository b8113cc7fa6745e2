// What a server says of the site's files: one table for the server of `npm start` and the tests, for the file _headers that some
// hosts read, and for the test of nginx.
import { basename, extname } from "node:path";
import { SITE_CSP } from "./csp.mjs";

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
/** What is not already compressed by itself. */
const COMPRESSED = new Set(Object.keys(TYPES).filter((extension) => ![".png", ".woff2"].includes(extension)));
/** The single file brings its own policy, which is another: all of its script is in the page. */
const SINGLE_FILE = "proofground.html";
/** Vite's names end in a hash of the content. */
export const HASHED = /-[\w-]{8}\.\w+$/;
const FOR_GOOD = "public, max-age=31536000, immutable";

/** @param {string} name */
export const typeOf = (name) => TYPES[extname(name)] ?? "application/octet-stream";

/** @param {string} name */
export const isCompressed = (name) => COMPRESSED.has(extname(name));

/**
 * The headers of a file, whatever its encoding.
 * @param {string} name its path
 * @param {string} [policy] the content security policy, "" for none
 * @returns {Record<string, string>}
 */
export function headersOf(name, policy = SITE_CSP) {
  return {
    "content-type": typeOf(name),
    ...(policy && basename(name) !== SINGLE_FILE ? { "content-security-policy": policy } : {}),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": HASHED.test(name) ? FOR_GOOD : "no-cache",
    vary: "accept-encoding",
  };
}

/**
 * The file _headers, as Netlify and Cloudflare Pages read it. A header that two rules give is sent twice over, so none is: the policy
 * stands where the single file is not. What stays as it is there (no rule) these hosts let a browser keep only after asking.
 * @param {readonly string[]} names all files of the site
 */
export function headersFile(names) {
  const folders = [...new Set(names.filter((name) => name.includes("/")).map((name) => `/${name.split("/")[0]}/*`))];
  const pages = names.filter((name) => /^[^/]+\.(html|js)$/.test(name) && name !== SINGLE_FILE);
  const rule = (/** @type {string} */ path, /** @type {readonly string[]} */ lines) =>
    [path, ...lines.map((line) => `  ${line}`)].join("\n");
  const policy = `Content-Security-Policy: ${SITE_CSP}`;
  const hashed = (/** @type {string} */ folder) =>
    names.filter((name) => `/${name}`.startsWith(folder.slice(0, -1))).every((name) => HASHED.test(name));
  return `${[
    rule("/*", ["X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"]),
    ...["/", ...pages.sort().map((name) => `/${name}`)].map((path) => rule(path, [policy])),
    ...folders.sort().map((path) => rule(path, [policy, ...(hashed(path) ? [`Cache-Control: ${FOR_GOOD}`] : [])])),
  ].join("\n")}\n`;
}
