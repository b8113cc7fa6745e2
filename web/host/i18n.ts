// The language in force. English is the only one yet; another has the same shape and is chosen here, once, when the page opens.
import { en } from "./messages/en.ts";

/** A tree of texts of the same shape, whatever the words. */
type Texts<T> = T extends string ? string : { readonly [K in keyof T]: Texts<T[K]> };
export type Words = Texts<typeof en>;

/** BCP 47 tag of the language in force. */
export const language = "en";
/** The host's words in it. */
export const words: Words = en;
