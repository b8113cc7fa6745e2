// What the frame says, read with care: a message comes from outside.

/** Version of the messages. One of another version is not for us. */
const VERSION = 1;

export type Detail = Readonly<Record<string, unknown>>;
/** Of a lab: its fields, or as text the `s` of a link. */
export type State = string | Detail | null;

/** Types of messages that become events of the element, "pg-" before them, and the others. */
const KNOWN = ["ready", "state", "verdict", "task", "error", "height", "verdicts"] as const;

export interface FrameMessage {
  readonly type: (typeof KNOWN)[number];
  /** Of the message that this answers. */
  readonly id: unknown;
  /** Its other fields. */
  readonly detail: Detail;
}

/** A claim has been checked. */
export interface Verdict {
  readonly lab: unknown;
  readonly q: unknown;
  readonly verdict: unknown;
  /** What it was broken by. */
  readonly broken: unknown;
}

const isObject = (value: unknown): value is Detail => typeof value === "object" && value !== null;
const objectIn = (value: unknown): Detail | null => (isObject(value) ? value : null);

export const messageTo = (type: string, fields: Detail = {}): Detail => ({ proofground: VERSION, type, ...fields });

/** @returns null where this is no message of ours */
export function readMessage(data: unknown): FrameMessage | null {
  const { proofground, type, id, ...detail } = objectIn(data) ?? {};
  const known = KNOWN.find((name) => name === type);
  return proofground === VERSION && known !== undefined ? { type: known, id, detail } : null;
}

/** Only the frame's page is heard: from its window, and from the origin that its address has, or none where it cannot have one. */
export function comesFrom(frame: HTMLIFrameElement | null, { source, origin }: MessageEvent): boolean {
  if (!frame || source === null || source !== frame.contentWindow) return false;
  const { protocol, origin: expected } = new URL(frame.src);
  if (origin === expected && protocol !== "file:") return true;
  const boxed = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  // Browsers disagree what a page from disk is called.
  return /^(null|file:\/\/)$/.test(origin) && (boxed || protocol === "file:" || window.origin === "null");
}

export const stateIn = ({ state }: Detail): State => (typeof state === "string" ? state : objectIn(state));

/** The verdicts that a message tells: one, or all that hold now. */
export function verdictsIn({ type, detail }: FrameMessage): readonly Verdict[] {
  const each =
    type === "verdict" ? [detail] : type === "verdicts" && Array.isArray(detail.verdicts) ? detail.verdicts : [];
  return each.filter(isObject).map(({ lab = detail.lab, q, verdict, broken }) => ({ lab, q, verdict, broken }));
}

/** Lab and state of a link to the whole page; null where there is none. */
export function placeIn({ link }: Detail): { readonly lab: string | null; readonly s: string | null } | null {
  if (typeof link !== "string" || !link.includes("#")) return null;
  const parameters = new URLSearchParams(link.replace(/^.*?#/s, ""));
  return { lab: parameters.get("lab"), s: parameters.get("s") };
}
