/** A count of one takes the first form. A translation into a language with other rules has its own here. */
const isOne = (count: string | number) => String(count) === "1";

/** Names of the slots of a message: of "{rows} {rows:row|rows} of {name}" rows and name. None where only a string is known of it. */
type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? (Slot extends `${infer Name}:${string}` ? Name : Slot) | Slots<Rest>
  : never;
type Values<Name extends string> = Readonly<Record<Name, string | number>>;

/**
 * Fill the {slots} of a message. A slot without a value stays visible, so that a mistake is seen and not hidden. Words that follow a
 * count have their forms beside the slot's name: "{rows} {rows:row|rows}".
 */
export function format<Text extends string>(text: Text, values: Values<Slots<Text>> & Values<string>): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (slot, name: string, one?: string, many?: string) => {
    const value = values[name] ?? slot;
    return one === undefined ? String(value) : `${isOne(value) ? one : many}`;
  });
}
