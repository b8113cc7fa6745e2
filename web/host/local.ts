// An engine on the page's own thread: its part of the library is found by name.
/// <reference types="vite/types/importMeta.d.ts" />
import type { EngineParts } from "./engine.ts";
import { engineOf, type LibraryPart } from "./parts.ts";

const libraries = import.meta.glob<LibraryPart>("../../wasm/lib/parts/*.ts");

/** @throws where there is no such part */
export function localEngine(library: string): Pick<EngineParts, "load" | "solver"> {
  const path = `../../wasm/lib/parts/${library}.ts`;
  const part = Object.hasOwn(libraries, path) ? libraries[path] : undefined;
  if (!part) throw new Error(`no part of the library for ${library}`);
  return engineOf(part());
}
