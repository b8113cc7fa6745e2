// An engine on the page's own thread: its part of the library is found by name.
import { parts } from "../../build/library/parts.ts";
import type { EngineOptions } from "./engine.ts";
import { engineOf, type LibraryPart } from "./parts.ts";

const byName: Readonly<Record<string, () => Promise<LibraryPart>>> = parts;

/** @throws where there is no such part */
export function localEngine(name: string): Pick<EngineOptions, "load" | "solver"> {
  const part = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (!part) throw new Error(`no part of the library called ${name}`);
  return engineOf(part());
}
