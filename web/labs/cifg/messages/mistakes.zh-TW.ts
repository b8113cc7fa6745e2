// The words of all mistakes of problem 3 in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes.en.ts";
import { deltaMistakes } from "./mistakes-deltas.zh-TW.ts";
import { pathMistakes } from "./mistakes-paths.zh-TW.ts";

export const mistakes: Translated<typeof En.mistakes> = { ...deltaMistakes, ...pathMistakes };
