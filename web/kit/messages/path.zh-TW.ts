// Words of the solver's path, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./path.en.ts";

export const path: Translated<typeof En.path> = {
  changed: ["SMO：點 {i} 與點 {j}", "有效集步 {step} / {steps}：不在界上的點"],
  rise: "{dual}（增加 {rise}）",
  activeSet: {
    name: "有效集步",
    next: "下一個有效集步",
    about:
      "SMO（sequential minimal optimisation，序列最小最佳化）每次改變兩個乘數。許多乘數不在界上而 SMO 變慢時，有效集步 (active-set step) 一次解出其中多個：它解一個線性方程組，其餘乘數保持不變。碰到界的乘數就停在界上。在這樣的一步，對偶目標函數會跳升。",
  },
};
