// What the charts of the memory horizon say to those who do not see them: both ends of the way, and each line along the steps.
import { formatNumber } from "../../../../../host/format-number.ts";
import { format } from "../../../../../host/messages/format.ts";
import { extremes } from "../../../../../kit/points/extremes.ts";
import type { Spoken, WalkedCurve } from "../../../../../kit/stages/spoken.ts";
import { below } from "../../../messages/cell-below.en.ts";
import { cellSpoken } from "../../../messages/cell-spoken.en.ts";
import { type BelowScene, unitOf } from "./below-scene.ts";

const { between, horizon: words } = cellSpoken;
const names = below.horizon;

const said = (value: number | undefined) => formatNumber(value ?? Number.NaN);
const percent = (share: number | undefined) => String(Math.round(100 * (share ?? 0)));

/** @param place where a value is, px; null where it is out of sight */
export function spokenOfHorizon(
  scene: () => BelowScene | null,
  place: (chart: number, t: number, value: number) => { readonly x: number; readonly y: number } | null,
  table: () => HTMLElement | null,
): Spoken {
  return {
    title: words.title,
    told() {
      const now = scene();
      if (now === null) return "";
      const { norm, throughH, productNorm, share } = now.tape.horizon;
      const { product, diagonal } = unitOf(now);
      const most = extremes(share);
      return [
        format(words.first, {
          ...{ unit: now.row + 1, product: said(product[0]), diagonal: said(diagonal[0]) },
          ...{ productNorm: said(productNorm[0]), norm: said(norm[0]), throughH: said(throughH[0]) },
        }),
        ...(most === null ? [] : [format(words.share, { t: most.highAt + 1, share: percent(most.high) })]),
      ].join(between.sentences);
    },
    table,
    curves() {
      const now = scene();
      if (now === null) return [];
      const { norm, throughH, productNorm, share } = now.tape.horizon;
      const { product, diagonal } = unitOf(now);
      const curve = (chart: number, name: string, values: ArrayLike<number>): WalkedCurve => ({
        ...{ name, length: now.T, start: 0 },
        at: (k) =>
          chart === 2
            ? format(words.atShare, { t: k + 1, value: percent(values[k]) })
            : format(words.at, { t: k + 1, value: said(values[k]) }),
        place: (k) => place(chart, k + 1, values[k] ?? Number.NaN),
      });
      return [
        curve(0, names.diagonal, diagonal),
        curve(0, names.product, product),
        curve(1, names.norm, norm),
        curve(1, names.productNorm, productNorm),
        curve(1, names.throughH, throughH),
        curve(2, names.share, share),
      ];
    },
  };
}
