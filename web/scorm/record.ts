// What the platform keeps for the next visit, in the 4,096 characters that it has for it: which statements or tasks are done, and the
// address of the state.

/** Of cmi.suspend_data in SCORM 1.2. */
export const MOST_CHARACTERS = 4096;
const VERSION = 1;

export interface Kept {
  readonly done: readonly string[];
  /** The part of the page's address after "#", without that mark; null: the state was too much, or there is none. */
  readonly address: string | null;
}

/** Only what an address of the page consists of: the text came from outside. */
const ADDRESS = /^(?:[\w]+=[\w.,%~-]*(?:&|$))+$/;
const isAddress = (value: unknown): value is string => typeof value === "string" && ADDRESS.test(value);

/** @returns the text, and whether the address is in it; of what is done, there is room for all */
export function write({ done, address }: Kept): { text: string; whole: boolean } {
  const withAddress = JSON.stringify({ v: VERSION, done, at: address });
  if (withAddress.length <= MOST_CHARACTERS) return { text: withAddress, whole: address !== null };
  return { text: JSON.stringify({ v: VERSION, done, at: null }), whole: false };
}

/** @param wanted those that can be done @returns null where there is nothing, or nothing that could be read */
export function read(text: string, wanted: readonly string[]): Kept | null {
  if (text === "" || text.length > MOST_CHARACTERS) return null;
  try {
    const { v, done, at } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (v !== VERSION || !Array.isArray(done)) return null;
    return { done: wanted.filter((id) => done.includes(id)), address: isAddress(at) ? at : null };
  } catch {
    return null;
  }
}
