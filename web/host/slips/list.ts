// The labs in whose claims the handout has slips.
/// <reference types="vite/types/importMeta.d.ts" />
import type { Slips } from "./slip.ts";

export const tables = import.meta.glob<Slips>("../../labs/*/slips.ts", { import: "default" });

export const hasSlips = (lab: string): boolean => Object.hasOwn(tables, `../../labs/${lab}/slips.ts`);
