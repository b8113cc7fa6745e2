// The labs that have a worked example.
/// <reference types="vite/types/importMeta.d.ts" />
import type { WorkedExample } from "./worked.ts";

export const examples = import.meta.glob<WorkedExample>("../../labs/*/worked.ts", { import: "default" });

export const hasWorked = (lab: string): boolean => Object.hasOwn(examples, `../../labs/${lab}/worked.ts`);
