// Words of the badge at a picture that shows no optimum, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./unconverged.en.ts";

export const unconverged: Translated<typeof En.unconverged> = {
  title: "尚未收斂：",
  solving: "求解中：",
  gap: "{steps}後 KKT 間隙為 {gap}。",
  why: {
    limit: "",
    running: "",
    stopped: "已停止。",
    step: "",
    most: "迭代次數已達上限。",
    rounding: "受捨入誤差所限，間隙無法再縮小：請選用較大的容許誤差。",
  },
  continue: "繼續",
  continueLong: "以兩倍的迭代次數繼續",
  stop: "停止",
};
