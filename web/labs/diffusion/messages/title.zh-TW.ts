import type { Translated } from "../../../host/messages/translated.ts";

export const title: Translated<typeof import("./title.en.ts").title> = "逐步擴散";
export const group: Translated<typeof import("./title.en.ts").group> = "從 VAE 到擴散模型";
