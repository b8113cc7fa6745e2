// 3c: the outer products of the steps, the gradient that they add up to, its error entry by entry, and how exact complex steps and
// central differences are.
import { html } from "lit";
import type { CifgProblem } from "../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { diverging, sequential } from "../../../plot/colours.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule, symbol } from "../../../plot/marks.ts";
import type { Role, Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { powerOfTen } from "../../../plot/scale.ts";
import { PARAMS, type ParamName, shapeOf } from "../problem.ts";
import { choice } from "./choice.ts";
import {
  aboutOf,
  isWrong,
  type MountCifgClaimPlot,
  type PictureOf,
  saidWithWrong,
  showing,
  type TwoRoutes,
  words,
} from "./context.ts";
import { drawMatrices, type Matrix } from "./matrix.ts";

type Picture = PictureOf<"3c">;

const texts = words.parameters;

/** Most terms that stand in one row. */
const ONE_ROW = 6;

/** Errors on the axis of powers of ten: what is less, or 0, is at its left end. */
const LEAST = -18;
const MOST = 1;

const errorKeys = (wrong: boolean): readonly KeyEntry[] => [
  ["dot", "dual", texts.byComplexStep],
  ["cross", "pair", texts.byDifferences],
  ["dash", "ink", texts.bounds],
  ...(wrong ? ([["dot", "fail", words.wrongEntry]] as const) : []),
];
const matrixKeys = (wrong: boolean): readonly KeyEntry[] => [
  ["bar", "primal", texts.above],
  ["bar", "dual", texts.below],
  ...(wrong ? ([["square", "fail", words.wrongEntry]] as const) : []),
];

export const mountParameters: MountCifgClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "3c", ({ claimed }) => claimed.b_f.length > 0);
  const look = choice<{ name: ParamName | null }>(context, { name: null });
  /** Until one is chosen: the first one that is wrong, for the mistake to be seen. */
  const shown = (): ParamName => {
    const now = picture();
    const wrong = now === null ? undefined : PARAMS.find((name) => hasWrong(now, name));
    return look.now.name ?? wrong ?? "W_f";
  };

  const template = () => {
    const now = picture();
    const wrong = broken();
    const name = shown();
    const about = aboutOf(context);
    return html`
      <div class="claim-controls">
        <label class="claim-picker">${texts.parameter}
          <select class="select" @change=${(event: Event) => look.choose({ name: (event.currentTarget as HTMLSelectElement).value as ParamName })}>
            ${PARAMS.map((each) => html`<option value=${each} ?selected=${each === name}>${optionText(now, each)}</option>`)}
          </select>
        </label>
      </div>
      ${figureWith(about !== null && about.problem.T > ONE_ROW ? "claim-terms many" : "claim-terms", matrixKeys(false), about === null ? "" : termsText(name, about.problem.T, wrong))}
      ${figureWith(
        "claim-gradient",
        matrixKeys(wrong),
        now === null ? "" : gradientText(now, name),
        matrixKeys(!wrong),
      )}
      ${figureWith("claim-errors", errorKeys(wrong), now === null ? "" : errorsText(now), errorKeys(!wrong))}
      ${
        now === null
          ? ""
          : readings([
              [texts.count, formatNumber(now.parameters)],
              [texts.lstmCount, formatNumber(now.lstmParameters)],
            ])
      }
    `;
  };

  return look.live(root, template, () => {
    const drawnMatrices = (of: typeof termMatrices) =>
      drawn((pen, size, theme, now) => {
        const about = aboutOf(context);
        if (about !== null) drawMatrices(pen, size, theme, of(theme, now, shown(), about.problem));
      });
    const terms = surfaceIn(root, "claim-terms", drawnMatrices(termMatrices), texts.termsName);
    const gradient = surfaceIn(root, "claim-gradient", drawnMatrices(gradientMatrices), texts.gradientName);
    const errors = surfaceIn(root, "claim-errors", drawn(drawErrors), texts.errorsName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      terms.describe(termsDescribed(now, shown(), aboutOf(context)?.problem.T ?? 1, broken()));
      gradient.describe(gradientText(now, shown()));
      errors.describe(errorsText(now));
    };
    const spoken = () => import("./spoken.ts");
    const given = () => {
      const [now, about] = [picture(), aboutOf(context)];
      const name = shown();
      return now === null || about === null
        ? null
        : { routes: routesOf(now, name), terms: termsOf(now, name, about.problem.T), ...shapeOf(name, about.problem) };
    };
    return {
      surfaces: [terms, gradient, errors],
      update,
      spoken: [
        [terms, async () => (await spoken()).spokenOfTerms(given)],
        [gradient, async () => (await spoken()).spokenOfGradient(given)],
        [errors, async () => (await spoken()).spokenOfErrors(picture)],
      ],
    };
  });
};

const routesOf = ({ claimed, measured, error }: Picture, name: ParamName): TwoRoutes => ({
  claimed: claimed[name],
  measured: measured[name],
  error: error[name],
});

/** Names a parameter in the menu: one with wrong entries says so, whichever is looked at. */
function optionText(now: Picture | null, name: ParamName): string {
  const wrong = now !== null && hasWrong(now, name);
  return wrong ? format(texts.wrongName, { name: texts.names[name] }) : texts.names[name];
}

function hasWrong(now: Picture, name: ParamName): boolean {
  const routes = routesOf(now, name);
  return routes.claimed.some((_, i) => isWrong(routes, i, now.tolerance));
}

const gateOf = (name: ParamName) => name.slice(2);
const kindOf = (name: ParamName) => name.slice(0, 1) as "W" | "U" | "b";

function termsText(name: ParamName, T: number, wrong: boolean): string {
  const at = { name: texts.names[name], term: texts.terms[kindOf(name)], gate: gateOf(name), T };
  return format(wrong ? texts.termsBroken : texts.termsCaption, at);
}

/** The term of each step. */
function termsOf(now: Picture, name: ParamName, T: number): Float64Array[] {
  const all = now.terms[name];
  const size = all.length / T;
  return Array.from({ length: T }, (_, t) => all.subarray(t * size, (t + 1) * size));
}

/** The caption, and each term's entries. */
function termsDescribed(now: Picture, name: ParamName, T: number, wrong: boolean): string {
  const list = termsOf(now, name, T).map((term, t) => {
    const values = Array.from(term, (value) => formatNumber(value, 2)).join(words.between.numbers);
    return format(texts.termNamed, { step: format(words.stepNamed, { t: t + 1 }), values });
  });
  return [termsText(name, T, wrong), format(texts.termsDescribe, { list: list.join(words.between.names) })].join(
    words.between.sentences,
  );
}

function gradientText(now: Picture, name: ParamName): string {
  const routes = routesOf(now, name);
  const most = routes.error.reduce((worst, error) => Math.max(worst, error), 0);
  const wrong = [...routes.claimed.keys()].filter((i) => isWrong(routes, i, now.tolerance));
  const columns = kindOf(name) === "b" ? 1 : routes.claimed.length / now.claimed.b_f.length;
  const named = wrong.map((i) =>
    format(columns === 1 ? texts.entryOfVector : texts.entryOfMatrix, {
      ...{ name: texts.names[name], row: Math.floor(i / columns) + 1, column: (i % columns) + 1 },
    }),
  );
  const said = format(texts.gradientCaption, { name: texts.names[name], most: formatNumber(most, 2) });
  return saidWithWrong(said, named);
}

/** The largest error of all parameters by one of the ways; where there is no difference there is no error. */
function largest(of: Readonly<Record<ParamName, Float64Array>>): number {
  return Math.max(0, ...PARAMS.flatMap((name) => [...of[name]].filter(Number.isFinite)));
}

function errorsText(now: Picture): string {
  const wrong = PARAMS.filter((name) => hasWrong(now, name));
  const said = format(wrong.length === 0 ? texts.errorsCaption : texts.errorsBroken, {
    complex: formatNumber(largest(now.error), 2),
    central: formatNumber(largest(now.centralError), 2),
  });
  return wrong.length === 0
    ? said
    : said +
        words.between.sentences +
        format(texts.wrongIn, { names: wrong.map((name) => texts.names[name]).join(words.between.words) });
}

/** Most decimals that are written in full. */
const PLACES = 4;

/** Numbers that are added up, in as many decimals as give the largest of them two digits: short, and one under the other. */
function inPlaces(most: number): (value: number) => string {
  const places = most > 0 ? Math.max(0, 1 - Math.floor(Math.log10(most))) : 0;
  if (places > PLACES || most >= 10 ** PLACES) return (value) => formatNumber(value, 2);
  // What is rounded to 0 has no sign.
  return (value) =>
    value
      .toFixed(places)
      .replace(/^-(?=[0.]*$)/, "")
      .replace("-", "−");
}

/** The terms of the steps, added up. */
function termMatrices(theme: Theme, now: Picture, name: ParamName, problem: CifgProblem): Matrix[] {
  const { T } = problem;
  const most = Math.max(...Array.from(now.terms[name], Math.abs).filter(Number.isFinite));
  const colours = diverging(theme);
  return termsOf(now, name, T).map((values, t) => ({
    ...{ title: format(words.stepNamed, { t: t + 1 }), values, ...shapeOf(name, problem), text: inPlaces(most) },
    colour: (value) => colours(most > 0 ? value / most : 0),
    sign: t + 1 < T ? "+" : "",
  }));
}

/** The gradient by two routes, and its error. */
function gradientMatrices(theme: Theme, now: Picture, name: ParamName, problem: CifgProblem): Matrix[] {
  const shape = shapeOf(name, problem);
  const routes = routesOf(now, name);
  const most = Math.max(...[...routes.claimed, ...routes.measured].map(Math.abs).filter(Number.isFinite));
  const [signed, exact] = [diverging(theme), sequential(theme)];
  const colour = (value: number) => signed(most > 0 ? value / most : 0);
  const wrong = (i: number) => isWrong(routes, i, now.tolerance);
  const power = (error: number) => (error > 0 ? Math.max(LEAST, Math.log10(error)) : LEAST);
  return [
    { title: texts.ours, values: routes.claimed, ...shape, colour, wrong },
    { title: texts.measured, values: routes.measured, ...shape, colour },
    {
      ...{ title: texts.error, values: routes.error, ...shape, wrong },
      colour: (error) => exact((power(error) - LEAST) / (MOST - LEAST)),
      text: (error) => (error > 0 ? powerOfTen(Math.round(Math.log10(error))) : "0"),
    },
  ];
}

function drawErrors(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [LEAST - 0.6, MOST],
      ticks: [-18, -15, -12, -9, -6, -3, 0],
      format: (power) => (power === LEAST ? texts.exact : powerOfTen(power)),
      label: texts.errorsAxis,
    },
    y: {
      domain: [PARAMS.length + 0.6, 0.4],
      ticks: PARAMS.map((_, k) => k + 1),
      format: (row) => texts.names[PARAMS[row - 1] as ParamName],
      grid: false,
    },
  });
  drawFrame(pen, frame, theme);
  const power = (error: number) => Math.min(MOST, error > 0 ? Math.max(LEAST, Math.log10(error)) : LEAST);
  const bound = (value: number, role: Role) =>
    rule(pen, frame, "x", Math.log10(value), { stroke: theme[role], width: 1.5, dash: [5, 4] });
  inFrame(pen, frame, () => {
    bound(now.tolerance, "dual");
    bound(now.centralTolerance, "pair");
    PARAMS.forEach((name, k) => {
      const routes = routesOf(now, name);
      now.centralError[name].forEach((error) => {
        if (Number.isFinite(error))
          symbol(pen, "cross", frame.x(power(error)), frame.y(k + 1) + 4, 3.2, {
            stroke: theme.pair,
            width: 1.6,
            alpha: 0.8,
          });
      });
      routes.error.forEach((error, i) => {
        const wrong = isWrong(routes, i, now.tolerance);
        symbol(pen, "circle", frame.x(power(error)), frame.y(k + 1) - 3, wrong ? 4.5 : 3.2, {
          ...{ fill: wrong ? theme.fail : theme.dual, stroke: theme.surface, width: 0.75 },
        });
      });
    });
  });
}
