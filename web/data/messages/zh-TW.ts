// What the real data sets' columns are called and where they come from, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./en.ts";

export const sets: Translated<typeof En.sets> = {
  faithful: {
    columns: ["噴發持續時間（分鐘）", "到下一次的等待時間（分鐘）"],
    source: "Azzalini and Bowman, Applied Statistics 39 (1990)；R 中的 faithful。272 次噴發，公有領域。",
  },
  cars: {
    columns: ["速度 (mph)", "煞車距離 (ft)"],
    source: "Ezekiel, Methods of Correlation Analysis (1930)；R 中的 cars。50 次測試，公有領域。",
  },
  co2: {
    columns: ["年", "CO2 (ppm)"],
    source: "Keeling and Whorf, Scripps Institution of Oceanography；R 中的 co2。468 個月，公有領域。",
  },
  lynx: {
    columns: ["年", "捕獲的山貓數"],
    source: "Elton and Nicholson, J. Animal Ecology 11 (1942)；R 中的 lynx。114 年，公有領域。",
  },
  airPassengers: {
    columns: ["年", "旅客人數（千人）"],
    source: "Box and Jenkins, Time Series Analysis (1976), series G；R 中的 AirPassengers。144 個月，公有領域。",
  },
  iris: {
    columns: ["萼片長 (cm)", "萼片寬 (cm)", "花瓣長 (cm)", "花瓣寬 (cm)"],
    source: "Anderson 1935, in Fisher, Annals of Eugenics 7 (1936)；R 中的 iris。150 朵花，公有領域。",
  },
  digits: {
    /** Of each pixel. */
    column: "墨量 r{row} c{column}",
    source: "Alpaydin and Kaynak, UCI Machine Learning Repository (1998), CC BY 4.0：其中的 150 張影像。",
  },
};
