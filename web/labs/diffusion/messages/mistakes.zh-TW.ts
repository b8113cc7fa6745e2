// The words of all mistakes of problem 4, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes.en.ts";
import { remarkMistakes } from "./mistakes-remarks.zh-TW.ts";
import { stepMistakes } from "./mistakes-steps.zh-TW.ts";

export const mistakes: Translated<typeof En.mistakes> = { ...stepMistakes, ...remarkMistakes };
