// The knots of the schedule as numbers to type: what a drag of one changes, without a drag.
import { html, type TemplateResult } from "lit";
import type { ValueDetail } from "../../../../host/control-value.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { NumberField } from "../../../../host/slider.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { Knot } from "./lanes.ts";

const BETA: NumberField = { kind: "number", default: 0.01, min: 1e-9, max: 0.999, scale: "log" };
/** A height is kept with three places: so many digits of its number say something. */
const DIGITS = 3;

/** @param change knot k at this height, log10 of beta */
export function knotFields(
  knots: readonly Knot[],
  change: (k: number, height: number, gesture: string) => void,
): TemplateResult {
  return html`<details class="lane-knots">
    <summary>${words.lanes.typed}</summary>
    <div>
      ${knots.map(
        ({ step, height }, k) =>
          html`<pg-number
            .field=${BETA} .value=${Number((10 ** height).toPrecision(DIGITS))} .symbol=${"β"} .inputId=${`knot-${k}`}
            .label=${format(words.lanes.knotShort, { t: formatNumber(step, 4) })}
            @pg-value=${({ detail }: CustomEvent<ValueDetail>) => change(k, Math.log10(Number(detail.value)), detail.gesture)}
          ></pg-number>`,
      )}
    </div>
  </details>`;
}
