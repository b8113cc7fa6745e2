// What the frame says, read with care: a message comes from outside.

/** Version of the messages. One of another version is not for us. */
const VERSION = 1;

export type Detail = Readonly<Record<string, unknown>>;

/** Types of messages that become events of the element, "pg-" before them. */
const TOLD = ["ready", "state", "verdict", "task", "error"] as const;

export interface FrameMessage {
  readonly type: (typeof TOLD)[number] | "height";
  /** Its other fields. */
  readonly detail: Detail;
}

export const messageTo = (type: string, fields: Detail = {}): Detail => ({ proofground: VERSION, type, ...fields });

/** @returns null where this is no message of ours */
export function readMessage(data: unknown): FrameMessage | null {
  if (typeof data !== "object" || data === null) return null;
  const { proofground, type, ...detail } = data as Record<string, unknown>;
  const known = ([...TOLD, "height"] as const).find((name) => name === type);
  return proofground === VERSION && known !== undefined ? { type: known, detail } : null;
}

export const textIn = (detail: Detail, name: string): string | null => {
  const value = detail[name];
  return typeof value === "string" ? value : null;
};
