import type { Translated } from "../../host/messages/translated.ts";

export const manifest: Translated<typeof import("./manifest.en.ts").manifest> = {
  description:
    "支援向量迴歸、單類別 SVM、耦合閘 LSTM、VAE 與擴散模型，都在你的瀏覽器中計算：每個命題都有證明，並以你自己的資料即時檢查。",
};
