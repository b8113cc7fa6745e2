// The attributes of <proofground-lab>, which are the parameters of the page's hash, and the address that they make.

/** In the order of the address. `w`: "1" (a widget, as if nothing is given) or "0" (the whole lab with its header). */
export const PARAMETERS = ["lab", "q", "s", "w", "lang", "theme", "hide", "lock", "task"] as const;

export type Parameter = (typeof PARAMETERS)[number];
export type Parameters = Readonly<Partial<Record<Parameter, string | null>>>;

/** The hash, with its "#". What is null or empty is left out, and so is the whole lab (`w` "0"): there is no parameter for it. */
export function hashOf(parameters: Parameters): string {
  const parts = PARAMETERS.flatMap((name) => {
    const value = parameters[name] ?? "";
    if (value === "" || (name === "w" && value !== "1")) return [];
    // Commas need no escape, and lists are easier to read with them.
    return [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
  });
  return `#${parts.join("&")}`;
}

/** Where the page is that belongs to a script: its folder; from disk the single file, since browsers refuse the parts of the other there. */
export function pageBeside(script: string): string {
  const folder = new URL(".", script);
  return folder.protocol === "file:" ? new URL("proofground.html", folder).href : folder.href;
}

/** The address of a page without its hash; null where `base` is none, or a script: in a frame that would run as the host page. */
export function pageAt(base: string): string | null {
  if (base === "" || !URL.canParse(base, document.baseURI)) return null;
  const { protocol, href } = new URL(base, document.baseURI);
  return /^(https?|file):$/.test(protocol) ? href.replace(/#.*$/, "") : null;
}
