import type { Translated } from "../../../host/messages/translated.ts";

export const title: Translated<typeof import("./title.en.ts").title> = "支援向量迴歸";
