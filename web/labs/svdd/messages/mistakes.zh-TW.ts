// The words of all mistakes of problem 2, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes.en.ts";
import { dualMistakes } from "./mistakes-dual.zh-TW.ts";
import { primalMistakes } from "./mistakes-primal.zh-TW.ts";

export const mistakes: Translated<typeof En.mistakes> = { ...dualMistakes, ...primalMistakes };
