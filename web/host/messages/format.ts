/** A count of one takes the first form. A translation into a language with other rules has its own here. */
const isOne = (count: string | number) => String(count) === "1";

/**
 * Fill the {slots} of a message. A slot without a value stays visible, so that a mistake is seen and not hidden. Words that follow a
 * count have their forms beside the slot's name: "{rows} {rows:row|rows}".
 */
export function format(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (slot, name: string, one?: string, many?: string) => {
    const value = values[name] ?? slot;
    return one === undefined ? String(value) : `${isOne(value) ? one : many}`;
  });
}
