// What the stage says of its field of arrows, and of its charts, to those who do not see them.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { PlacedChart } from "../../../../kit/charts/chart-row.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import { curvesOf, type Line, numbersOf, placeIn, rangesOf, type Series } from "../../../../kit/stages/series.ts";
import type { Numbers, Spoken } from "../../../../kit/stages/spoken.ts";
import { spoken } from "../../messages/spoken.en.ts";
import { train as words } from "../../messages/train.en.ts";
import type { Scene } from "./scene.ts";

const own = spoken.train;
const said = (value: number | undefined) => formatNumber(value ?? Number.NaN, 3);
const place = (xy: ArrayLike<number>, k: number) => `(${said(xy[2 * k])}, ${said(xy[2 * k + 1])})`;

/** Lengths of arrows, or of the differences of two fields. */
const lengths = (arrows: Float64Array, less?: Float64Array): Float64Array =>
  Float64Array.from({ length: arrows.length / 2 }, (_, k) =>
    Math.hypot(
      (arrows[2 * k] as number) - (less?.[2 * k] ?? 0),
      (arrows[2 * k + 1] as number) - (less?.[2 * k + 1] ?? 0),
    ),
  );

const nameOf = ({ learned }: Scene, k: number) => {
  const loss = learned[k]?.loss ?? null;
  return loss === null || learned.length === 1 ? words.legend.learned : words.losses[loss];
};

function told(scene: Scene): string {
  const { exactField: exact, learned } = scene;
  if (exact === null) return "";
  const longest = extremes(lengths(exact.arrows));
  const lines = [
    format(own.grid, {
      count: formatCount(exact.x.length / 2),
      points: formatCount(exact.points.length / 2),
    }),
  ];
  if (longest !== null)
    lines.push(format(own.longest, { length: said(longest.high), place: place(exact.x, longest.highAt) }));
  learned.forEach(({ arrows }, k) => {
    if (arrows === null || arrows.length !== exact.arrows.length) return;
    const apart = extremes(lengths(arrows, exact.arrows));
    if (apart === null) return;
    lines.push(
      format(own.apart, {
        name: nameOf(scene, k),
        most: said(apart.high),
        place: place(exact.x, apart.highAt),
        least: said(apart.low),
      }),
    );
  });
  return lines.join(spoken.join);
}

/** Each arrow a row. */
function numbers(scene: Scene): Numbers | null {
  const { exactField: exact } = scene;
  if (exact === null) return null;
  const fields = scene.learned.flatMap(({ arrows }, k) =>
    arrows?.length === exact.arrows.length ? [{ name: nameOf(scene, k), arrows }] : [],
  );
  return {
    columns: [own.place, words.legend.exact, ...fields.map(({ name }) => name)],
    rows: () =>
      Array.from({ length: exact.x.length / 2 }, (_, k) => [
        place(exact.x, k),
        place(exact.arrows, k),
        ...fields.map(({ arrows }) => place(arrows, k)),
      ]),
  };
}

export function spokenOf(scene: () => Scene): Spoken {
  return { title: own.title, told: () => told(scene()), numbers: () => numbers(scene()) };
}

/** The mean loss of each frame, and the error at each t over its floor. */
function seriesOf({ histories, bayesError, at, t }: Scene): { losses: Series[]; errors: Series | null } {
  const several = histories.length > 1;
  const losses = histories.map(({ name, steps, means }) => ({
    ...{ across: own.step, x: steps },
    lines: [{ name: several ? format(own.lossOf, { loss: words.losses[name] }) : words.chart.mean, y: means }],
  }));
  if (bayesError === null) return { losses, errors: null };
  const lines: Line[] = [
    ...histories.map(({ name, now }) => ({ name: several ? words.losses[name] : words.chart.errorOf, y: now.errors })),
    { name: words.chart.bayesError, y: bayesError.values },
  ];
  const on = at.indexOf(t);
  return { losses, errors: { across: "t", x: at, lines, ...(on < 0 ? {} : { on }) } };
}

/** @param placed the two charts where they are drawn */
export function chartsSpokenOf(scene: () => Scene, placed: () => readonly PlacedChart[]): Spoken {
  const on = (k: number) => (_: Line, x: number, y: number) => {
    const chart = placed()[k];
    return chart === undefined ? null : placeIn(chart.frame, x, y, chart.left, chart.top);
  };
  return {
    title: own.charts,
    told() {
      const { losses, errors } = seriesOf(scene());
      return [...losses, ...(errors === null ? [] : [errors])]
        .map(rangesOf)
        .filter((text) => text !== "")
        .join(spoken.join);
    },
    numbers() {
      const { errors } = seriesOf(scene());
      return errors === null ? null : numbersOf(errors);
    },
    curves() {
      const { losses, errors } = seriesOf(scene());
      return [...losses.flatMap((each) => curvesOf(each, on(0))), ...(errors === null ? [] : curvesOf(errors, on(1)))];
    },
  };
}
