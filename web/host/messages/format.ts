/** Fill the {slots} of a message. A slot without a value stays visible, so that a mistake is seen and not hidden. */
export function format(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
