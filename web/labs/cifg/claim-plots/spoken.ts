// What the plots of the cell's claims say to those who do not see them, besides their captions: their numbers in words and as tables.
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { extremes } from "../../../kit/points/extremes.ts";
import { curvesOf, numbersOf, placeIn, type Series, toldOf } from "../../../kit/stages/series.ts";
import type { Numbers, Spoken } from "../../../kit/stages/spoken.ts";
import type { Frame } from "../../../plot/frame.ts";
import { claimSpoken as spoken } from "../messages/claim-spoken.en.ts";
import { PARAMS } from "../problem.ts";
import { isWrong, largestOf, type PictureOf, type Place, type TwoRoutes, words } from "./context.ts";

const { between, heads } = spoken;
const said = (value: number | undefined, digits = 4) => formatNumber(value ?? Number.NaN, digits);
const listed = (values: ArrayLike<number>, digits = 3) =>
  Array.from(values, (value) => said(value, digits)).join(between.numbers);
const sentences = (...all: readonly string[]) => all.filter((each) => each !== "").join(between.sentences);

/** Rows of a matrix, one after the other. */
const rowsOf = (values: ArrayLike<number>, columns: number) =>
  Array.from({ length: values.length / columns }, (_, row) =>
    listed(Array.from({ length: columns }, (_, column) => values[row * columns + column] ?? Number.NaN)),
  ).join(between.entries);

/** What is said, or nothing while there is nothing. */
const of = <Given, Result>(given: () => Given | null, none: Result, use: (given: Given) => Result) => {
  return (): Result => {
    const now = given();
    return now === null ? none : use(now);
  };
};

// ---- numbers by two routes, over steps and units ------------------------------------------------------------------------

interface OverSteps {
  /** (T*dh) each. */
  readonly routes: TwoRoutes;
  readonly dh: number;
  readonly tolerance: number;
}

const worstOf = ({ error }: TwoRoutes) => extremes(error)?.high ?? 0;

function routesTold({ routes, dh, tolerance }: OverSteps): string {
  const range = extremes(routes.claimed);
  const at = (i: number) => format(spoken.at, { t: Math.floor(i / dh) + 1, unit: (i % dh) + 1 });
  return sentences(
    range === null
      ? ""
      : format(spoken.range, {
          ...{ low: said(range.low), lowAt: at(range.lowAt), high: said(range.high), highAt: at(range.highAt) },
        }),
    format(spoken.apart, { error: said(worstOf(routes), 2), tolerance: said(tolerance, 2) }),
  );
}

function routesTable({ routes, dh }: OverSteps, claimed: string): Numbers {
  return {
    columns: [heads.at, claimed, words.complexStep, heads.error],
    rows: () =>
      Array.from(routes.claimed, (value, i) => [
        format(spoken.at, { t: Math.floor(i / dh) + 1, unit: (i % dh) + 1 }),
        ...[said(value, 6), said(routes.measured[i], 6), said(routes.error[i], 2)],
      ]),
  };
}

export const spokenOfRoutes = (name: () => string, given: () => OverSteps | null): Spoken => ({
  title: name(),
  told: of(given, "", routesTold),
  numbers: of(given, null, (now) => routesTable(now, words.formula)),
});

export const spokenOfLane = (name: string, given: () => OverSteps | null): Spoken => ({
  title: format(spoken.lane.title, { name }),
  told: of(given, "", routesTold),
  numbers: of(given, null, (now) => routesTable(now, words.backpropagation)),
});

// ---- 3a -----------------------------------------------------------------------------------------------------------------

/** Of each unit at the step on show. */
interface Segments {
  readonly units: readonly Readonly<Record<"cTilde" | "before" | "f" | "c", number>>[];
}

export const spokenOfSegments = (given: () => Segments | null): Spoken => ({
  title: spoken.segments.title,
  told: of(given, "", ({ units }) =>
    units
      .map(({ cTilde, before, f, c }, j) =>
        format(spoken.segments.unit, {
          ...{ unit: j + 1, candidate: said(cTilde), before: said(before), f: said(f), now: said(c) },
        }),
      )
      .join(between.entries),
  ),
  numbers: of(given, null, ({ units }) => ({
    columns: [heads.unit, words.mixing.candidate, words.mixing.before, words.mixing.dial, words.mixing.now],
    rows: () =>
      units.map(({ cTilde, before, f, c }, j) => [String(j + 1), ...[cTilde, before, f, c].map((n) => said(n, 6))]),
  })),
});

// ---- 3b -----------------------------------------------------------------------------------------------------------------

interface Nodes {
  readonly t: number;
  readonly dh: number;
  readonly tolerance: number;
  readonly nodes: readonly (readonly [name: string, routes: TwoRoutes])[];
}

export const spokenOfNodes = (given: () => Nodes | null): Spoken => ({
  title: spoken.nodes.title,
  told: of(given, "", ({ t, dh, nodes }) =>
    nodes
      .map(([name, { claimed }]) =>
        format(spoken.values, { name, values: listed(claimed.subarray((t - 1) * dh, t * dh)) }),
      )
      .join(between.entries),
  ),
  numbers: of(given, null, ({ t, dh, tolerance, nodes }) => ({
    columns: [heads.unit, ...nodes.map(([name]) => name)],
    rows: () =>
      Array.from({ length: dh }, (_, j) => {
        const i = (t - 1) * dh + j;
        // What is wrong stands beside what it should be.
        const cell = (routes: TwoRoutes) =>
          isWrong(routes, i, tolerance)
            ? `${said(routes.claimed[i])} ≠ ${said(routes.measured[i])}`
            : said(routes.claimed[i]);
        return [String(j + 1), ...nodes.map(([, routes]) => cell(routes))];
      }),
  })),
});

// ---- 3c -----------------------------------------------------------------------------------------------------------------

interface Gradient {
  readonly routes: TwoRoutes;
  /** Of each step. */
  readonly terms: readonly Float64Array[];
  readonly rows: number;
  readonly columns: number;
}

const entriesOf = ({ rows, columns }: Gradient) =>
  Array.from({ length: rows * columns }, (_, i) => `${Math.floor(i / columns) + 1}, ${(i % columns) + 1}`);

export const spokenOfTerms = (given: () => Gradient | null): Spoken => ({
  title: spoken.terms.title,
  told: () => "",
  numbers: of(given, null, (now) => ({
    columns: [heads.step, ...entriesOf(now)],
    rows: () => now.terms.map((term, k) => [String(k + 1), ...Array.from(term, (value) => said(value))]),
  })),
});

export const spokenOfGradient = (given: () => Gradient | null): Spoken => ({
  title: spoken.gradient.title,
  told: of(given, "", ({ routes, columns }) =>
    format(spoken.gradient.values, { values: rowsOf(routes.claimed, columns) }),
  ),
  numbers: of(given, null, (now) => ({
    columns: [heads.entry, words.parameters.ours, words.parameters.measured, words.parameters.error],
    rows: () =>
      entriesOf(now).map((entry, i) => [
        entry,
        ...[said(now.routes.claimed[i], 6), said(now.routes.measured[i], 6), said(now.routes.error[i], 2)],
      ]),
  })),
});

export const spokenOfErrors = (given: () => PictureOf<"3c"> | null): Spoken => ({
  title: spoken.errors.title,
  told: of(given, "", (now) => {
    const worst = extremes(PARAMS.map((name) => extremes(now.error[name])?.high ?? Number.NaN));
    const name = worst === null ? undefined : PARAMS[worst.highAt];
    if (worst === null || name === undefined) return "";
    return format(spoken.errors.worst, { error: said(worst.high, 2), name: words.parameters.names[name] });
  }),
  numbers: of(given, null, (now) => {
    const { parameter, byComplexStep, byDifferences, names } = words.parameters;
    const largest = (errors: Float64Array) => said(extremes(errors)?.high, 2);
    return {
      columns: [parameter, byComplexStep, byDifferences, words.wrongEntry],
      rows: () =>
        PARAMS.map((name) => [
          ...[names[name], largest(now.error[name]), largest(now.centralError[name])],
          now.error[name].some((error) => !(error <= now.tolerance)) ? words.wrongEntry : "",
        ]),
    };
  }),
});

// ---- 3ledger ------------------------------------------------------------------------------------------------------------

interface Part {
  readonly name: string;
  readonly claimed: number;
  readonly measured: number;
}

export const spokenOfParts = (
  by: "path" | "source",
  given: () => { readonly parts: readonly Part[]; readonly total: number } | null,
): Spoken => ({
  title: spoken.ledger[by],
  told: () => "",
  numbers: of(given, null, ({ parts, total }) => ({
    columns: [heads.part, words.backpropagation, words.complexStep],
    rows: () => [
      ...parts.map(({ name, claimed, measured }) => [name, said(claimed, 6), said(measured, 6)]),
      [words.ledger.total, said(total, 6), ""],
    ],
  })),
});

// ---- 3horizon -----------------------------------------------------------------------------------------------------------

interface Given {
  readonly now: PictureOf<"3horizon">;
  readonly at: Place;
}

function sizesOf({ now, at }: Given): Series {
  const { horizon: names } = words;
  return {
    across: "t",
    x: stepsUpTo(at.T),
    on: at.t - 1,
    lines: [
      { name: names.jacobianSize, y: now.norm },
      { name: names.productSize, y: largestOf(now.product.claimed, at.dh) },
      { name: names.throughSize, y: now.throughH },
    ],
  };
}

export const spokenOfSizes = (given: () => Given | null, frame: () => Frame | null): Spoken => ({
  title: spoken.horizon.sizes,
  told: of(given, "", (now) => toldOf(sizesOf(now))),
  numbers: of(given, null, (now) => numbersOf(sizesOf(now))),
  curves: of(given, [], (now) => curvesOf(sizesOf(now), (_, x, y) => placeIn(frame(), x, y))),
});

function unitOf({ now, at: { T, dh, unit } }: Given): Series {
  const { horizon: names } = words;
  const diagonal = (values: Float64Array) => stepsUpTo(T).map((t) => values[((t - 1) * dh + unit) * dh + unit] ?? 0);
  return {
    across: "t",
    x: stepsUpTo(T),
    lines: [
      { name: names.product, y: stepsUpTo(T).map((t) => now.product.claimed[(t - 1) * dh + unit] ?? 0) },
      { name: names.through, y: diagonal(now.through) },
      { name: names.jacobian, y: diagonal(now.jacobian.claimed) },
      { name: names.measuredDiagonal, y: diagonal(now.jacobian.measured) },
    ],
  };
}

export const spokenOfUnit = (given: () => Given | null): Spoken => ({
  title: spoken.horizon.parts,
  told: of(given, "", (now) => toldOf(unitOf(now))),
  numbers: of(given, null, (now) => numbersOf(unitOf(now))),
});

export const spokenOfMatrices = (given: () => Given | null): Spoken => {
  const matrices = ({ now, at: { dh, t } }: Given) => {
    const part = (values: Float64Array) => values.subarray((t - 1) * dh * dh, t * dh * dh);
    const { horizon: names } = words;
    return [[names.through, part(now.through)] as const, [names.jacobian, part(now.jacobian.claimed)] as const];
  };
  return {
    title: spoken.horizon.matrices,
    told: of(given, "", (now) =>
      sentences(
        ...matrices(now).map(([name, values]) =>
          format(spoken.horizon.matrix, { name, values: rowsOf(values, now.at.dh) }),
        ),
      ),
    ),
    numbers: of(given, null, (now) => {
      const { dh } = now.at;
      const all = matrices(now);
      return {
        columns: [heads.entry, ...all.map(([name]) => name)],
        rows: () =>
          Array.from({ length: dh * dh }, (_, i) => [
            `${Math.floor(i / dh) + 1}, ${(i % dh) + 1}`,
            ...all.map(([, values]) => said(values[i], 6)),
          ]),
      };
    }),
  };
};
