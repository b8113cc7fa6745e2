// The texts to copy: one choice as a link, a frame, an element, a line of Markdown.
import { hashOf, PARAMETERS, type Parameters } from "../embed/address.ts";
import { format } from "../host/messages/format.ts";
import { en as words } from "./messages/builder.en.ts";

export const KINDS = ["link", "iframe", "element", "markdown"] as const;
export type Kind = (typeof KINDS)[number];

/** Of a frame whose height nobody has chosen, px: the element's own, before it knows better. */
export const FRAME_HEIGHT = 600;

export interface Place {
  /** Address of the site, with a slash at its end; null: the single file, beside the host's page. */
  readonly site: string | null;
}

export interface Shown {
  /** Lab and statement in words. */
  readonly what: string;
  readonly height: number | null;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const pageOf = ({ site }: Place) => site ?? "proofground.html";
const scriptOf = ({ site }: Place) => `${site ?? ""}proofground-embed.js`;

const tag = (name: string, attributes: readonly (readonly [string, string])[]) =>
  `<${[name, ...attributes.map(([key, value]) => (value === "" ? key : `${key}="${escaped(value)}"`))].join(" ")}>`;

function element(parameters: Parameters, place: Place, { what, height }: Shown): string {
  const given = PARAMETERS.flatMap((name) => {
    const value = parameters[name] ?? "";
    // A widget is what an element is.
    return value === "" || (name === "w" && value === "1") ? [] : [[name, value] as const];
  });
  const base = place.site === null ? [["base", pageOf(place)] as const] : [];
  const size = height === null ? [] : [["height", String(height)] as const];
  const whole = { ...parameters, w: null, hide: null, lock: null };
  const link = tag("a", [["href", pageOf(place) + hashOf(whole)]]) + escaped(format(words.elementLink, { what }));
  return [
    `${tag("script", [["src", scriptOf(place)]])}</script>`,
    tag("proofground-lab", [...base, ...given, ...size]),
    `  ${link}</a>`,
    "</proofground-lab>",
  ].join("\n");
}

function iframe(parameters: Parameters, place: Place, { what, height }: Shown): string {
  const attributes = [
    ["src", pageOf(place) + hashOf(parameters)],
    ["title", format(words.frameTitle, { what })],
    ["width", "100%"],
    ["height", String(height ?? FRAME_HEIGHT)],
    ["style", "border: 0"],
    ["loading", "lazy"],
    ["allow", "clipboard-write"],
  ] as const;
  return `${tag("iframe", attributes)}</iframe>`;
}

export function textOf(kind: Kind, parameters: Parameters, place: Place, shown: Shown): string {
  const address = pageOf(place) + hashOf(parameters);
  switch (kind) {
    case "link":
      return address;
    case "iframe":
      return iframe(parameters, place, shown);
    case "element":
      return element(parameters, place, shown);
    case "markdown":
      return `[${shown.what.replace(/[\\[\]]/g, "\\$&")}](${address})`;
  }
}

/** What a host's content security policy must allow. null: nothing that it does not allow itself, or it cannot be said. */
export function policyOf(kind: Kind, { site }: Place): string | null {
  if (site === null || (kind !== "iframe" && kind !== "element")) return null;
  const { origin } = new URL(site);
  return kind === "iframe" ? `frame-src ${origin}` : `script-src ${origin}; frame-src ${origin}`;
}
