// What the main plot says to those who do not see it: extremes of the data and of the distances, the centre, who pulls most.
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import type { Spoken } from "../../../kit/main-plot/reader.ts";
import { extremes } from "../../../kit/points/extremes.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { columnName, unrounded } from "../../../kit/points/words.ts";
import { spoken as words } from "../messages/spoken.en.ts";
import type { SvddFit, SvddRequest } from "../request.ts";
import { columnsOf, type SvddState } from "../state.ts";
import type { Scene } from "./scene.ts";

const said = (value: number) => formatNumber(value, 4);

export function spokenOf(page: PageContext<SvddState, SvddRequest, SvddFit>): Spoken<Scene> {
  return {
    details(scene) {
      const [{ answer }, { state }] = [page, page.context.store];
      const distances = extremes(scene.distance2);
      if (answer === null || distances === null || scene.pending > 0) return "";
      const lines: string[] = [];
      for (const column of state.view === "strip" ? [] : columnsOf(state)) {
        const ends = extremes(columnOf(state, column));
        if (ends === null) continue;
        lines.push(
          format(words.range, { name: columnName(state, column), low: said(ends.low), high: said(ends.high) }),
        );
      }
      if (scene.ball !== null && state.view === "plane")
        lines.push(format(words.centre, { x: said(scene.ball.x), y: said(scene.ball.y) }));
      const { low, high, lowAt, highAt } = distances;
      lines.push(format(words.distances, { low: said(low), high: said(high), lowAt: lowAt + 1, highAt: highAt + 1 }));
      const { alpha, primal, dual } = answer.frame.solution;
      const pull = extremes(Float64Array.from(scene.row, (k) => alpha[k] ?? 0));
      if (pull !== null) lines.push(format(words.pull, { i: pull.highAt + 1, alpha: said(pull.high) }));
      lines.push(format(words.gap, { gap: formatNumber(unrounded(primal - dual, primal, dual)) }));
      return lines.join(words.join);
    },
  };
}
