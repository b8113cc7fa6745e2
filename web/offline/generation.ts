// A generation: the files of one build of the site, as they were when it was built. The service worker of a build keeps that
// build's files and no other's; what it was told of them is what it measures an answer by.

/** A file of the site. */
export interface SiteFile {
  /** Its path below the site's folder. */
  readonly name: string;
  /** Its media type, without parameters. */
  readonly type: string;
  readonly size: number;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** The one language that it is of; left out where the page needs it in every one. */
  readonly language?: string;
}

export interface Generation {
  readonly id: string;
  /** A regular expression for the names that carry a hash of the content: such a file never changes. */
  readonly hashed: string;
  readonly files: readonly SiteFile[];
}

/** The files of a generation that a page in these languages needs; with none, all. */
export const filesIn = ({ files }: Generation, languages: readonly string[]): SiteFile[] =>
  files.filter(({ language }) => language === undefined || languages.length === 0 || languages.includes(language));

/** What the service worker asks of an open page, on a port: its language. */
export const WHICH_LANGUAGE = "which-language";

/** What the page asks of the service worker. */
export type Question =
  /** Take over from the worker before, and from now on answer all tabs. */
  | { readonly type: "take-over" }
  /** Answer on the port whether this file, by its name, is one of yours. */
  | { readonly type: "lists"; readonly name: string }
  /** This page has come to rest: look which older generations no tab uses any more, and keep what its language needs. */
  | { readonly type: "at-rest"; readonly language: string | null }
  /** Your own script could not be fetched: see whether the site was taken down. */
  | { readonly type: "out-of-reach" };

/** How a request is answered: a file that never changes from the cache first, anything else from the network first. */
export interface Plan {
  /** The file, by the address that it is kept under. */
  readonly url: string;
  readonly first: "cache" | "network";
  /** Where the address is a folder's without its slash: where it leads to. */
  readonly folder?: string;
}

const PREFIX = "proofground";

/** The cache of a generation. Several copies of the site may lie on one origin: a cache belongs to one of them, by its scope. */
export const cacheName = (scope: string, id: string): string => `${PREFIX} ${scope} ${id}`;

/** Of all names of caches, those of this copy of the site. */
export const ownCaches = (names: readonly string[], scope: string): string[] =>
  names.filter((name) => name.startsWith(cacheName(scope, "")));

/**
 * @param scope the address of the site's folder, with its slash
 * @returns null: the request is none of the worker's business
 */
export function planFor(
  request: { readonly method: string; readonly url: string; readonly mode: string },
  scope: string,
  { files, hashed }: Generation,
): Plan | null {
  const address = request.url.replace(/[?#].*$/s, "");
  if (request.method !== "GET" || !address.startsWith(scope)) return null;
  const name = address.slice(scope.length);
  const has = (wanted: string) => files.some((file) => encodeURI(file.name) === wanted);
  const url = (known: string): Plan => ({ url: scope + known, first: "network" });
  // Of another generation's too: a tab of that one may ask.
  if (new RegExp(hashed).test(name)) return { url: address, first: "cache" };
  if (has(name)) return url(name);
  if (name === "" || name.endsWith("/")) return has(`${name}index.html`) ? url(`${name}index.html`) : null;
  if (request.mode === "navigate" && has(`${name}/index.html`))
    return { ...url(`${name}/index.html`), folder: `${address}/` };
  return null;
}

/** An answer, as far as it is judged before it is kept. */
export interface Answer {
  readonly status: number;
  readonly redirected: boolean;
  /** The header, null where there is none. */
  readonly type: string | null;
  readonly size: number;
  /** Of its body, hexadecimal. */
  readonly sha256: string;
}

/** Types by which servers also call these. Of a script, a style and a page the browser needs the type; others must just be no page. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "text/javascript": ["application/javascript", "application/x-javascript"],
  "text/css": [],
  "text/html": [],
};

/** Why an answer must not be kept under this file's name; null: it may. */
export function objection(file: SiteFile, { status, redirected, type, size, sha256 }: Answer): string | null {
  if (status !== 200) return `status ${status}`;
  if (redirected) return "sent on to another address";
  const came = (type ?? "").replace(/;.*$/s, "").trim().toLowerCase();
  const also = ALSO[file.type];
  const right = came === file.type || (also ? also.includes(came) : came !== "text/html");
  if (!right) return `type ${came || "missing"} instead of ${file.type}`;
  if (size !== file.size) return `${size} bytes instead of ${file.size}`;
  return sha256 === file.sha256 ? null : "other bytes than the build's";
}

/** A page was taken away on purpose: there is nothing to keep a copy of. */
export const isGone = (status: number): boolean => status === 404 || status === 410;

/** The server is in trouble: a kept copy serves better than its answer. */
export const isTrouble = (status: number): boolean => status >= 500 || status === 429;

/** A message as it came. @returns null: of no shape that is known here */
export function readQuestion(data: unknown): Question | null {
  if (typeof data !== "object" || data === null || !("type" in data)) return null;
  const { type } = data;
  if (type === "take-over" || type === "out-of-reach") return { type };
  if (type === "at-rest")
    return { type, language: "language" in data && typeof data.language === "string" ? data.language : null };
  if (type === "lists" && "name" in data && typeof data.name === "string") return { type, name: data.name };
  return null;
}

/**
 * What becomes of the caches of other generations.
 * @param users the ids of the tabs that were open when the generation was replaced, by cache; none: it waits for its own turn
 * @param open the ids of all tabs that are open now
 * @returns those that no tab uses any more
 */
export function unused(users: ReadonlyMap<string, readonly string[]>, open: readonly string[]): string[] {
  return [...users].filter(([, ids]) => !ids.some((id) => open.includes(id))).map(([name]) => name);
}
