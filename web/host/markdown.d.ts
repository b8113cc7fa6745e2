// A theory file, as web/build/theory.ts turns it into a module: its sections by claim id, as HTML made at build time.
declare module "*.md" {
  const theory: Readonly<Record<string, { readonly statement: string; readonly derivation: string }>>;
  export default theory;
}
