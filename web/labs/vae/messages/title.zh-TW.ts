import type { Translated } from "../../../host/messages/translated.ts";

export const title: Translated<typeof import("./title.en.ts").title> = "VAE 與手寫數字";
export const group: Translated<typeof import("./title.en.ts").group> = "從 VAE 到擴散模型";
