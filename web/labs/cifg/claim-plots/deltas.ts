// 3b: back through time. Every delta by backpropagation beside a complex step at its node: on the two lanes on which the gradient goes
// back, h and c, and at one step all eight.
import { html } from "lit";
import type { CifgDeltas } from "../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule } from "../../../plot/marks.ts";
import type { Role, Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import type { Surface } from "../../../plot/surface.ts";
import { choice } from "./choice.ts";
import {
  aboutOf,
  drawOverSteps,
  drawPairs,
  isWrong,
  type MountCifgClaimPlot,
  type Pair,
  type PictureOf,
  picker,
  placeOf,
  ringDomain,
  saidWithWrong,
  showing,
  sub,
  type TwoRoutes,
  within,
  words,
} from "./context.ts";

type Picture = PictureOf<"3b">;

/** The deltas in the order in which a step computes them. */
const NODES = ["dh", "do", "dc", "df", "dcTilde", "dzF", "dzO", "dzC"] as const satisfies readonly (keyof CifgDeltas)[];
type Node = (typeof NODES)[number];

const LANES = ["dh", "dc"] as const satisfies readonly Node[];
const LANE_ROLES = { dh: "pair", dc: "dual" } as const satisfies Readonly<Record<(typeof LANES)[number], Role>>;

const texts = words.deltas;

const keys = (role: KeyEntry[1], wrong: boolean): readonly KeyEntry[] => [
  ["ring", role, words.backpropagation],
  ["cross", "ink", words.complexStep],
  ...(wrong ? ([["dot", "fail", words.wrongEntry]] as const) : []),
];

export const mountDeltas: MountCifgClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "3b", ({ claimed }) => claimed.dh.length > 0);
  /** The last step, to begin with: the way back starts there. */
  const look = choice<{ t: number }>(context, { t: Number.POSITIVE_INFINITY });
  const sizes = () => {
    const about = aboutOf(context);
    if (about === null) return null;
    const { T, dh } = about.problem;
    return { T, dh, t: within(look.now.t, T) };
  };

  const template = () => {
    const [now, at] = [picture(), sizes()];
    const wrong = broken();
    return html`
      <div class="claim-controls">
        ${at === null ? "" : picker(texts.scrubber, at.T, at.t, (t) => look.choose({ t }))}
      </div>
      ${LANES.map((lane) =>
        figureWith(
          `claim-lane claim-lane-${lane}`,
          keys(LANE_ROLES[lane], wrong),
          at === null ? "" : format(texts.lanes[lane], at),
          keys(LANE_ROLES[lane], !wrong),
        ),
      )}
      ${figureWith(
        "claim-nodes",
        keys("tube", wrong),
        at === null || now === null ? "" : nodesText(now, at),
        keys("tube", !wrong),
      )}
      ${now === null || at === null ? "" : readings([[texts.wrongReading, wrongEverywhere(now, at.dh)]])}
    `;
  };

  return look.live(root, template, () => {
    const lanes = LANES.map((lane) =>
      surfaceIn(
        root,
        `claim-lane-${lane}`,
        drawn((pen, size, theme, now) => {
          const at = sizes();
          if (at === null) return;
          drawOverSteps(pen, size, theme, routesOf(now, lane), {
            ...{ T: at.T, dh: at.dh, t: at.t, from: at.t, tolerance: now.tolerance },
            ...{ label: texts.nodes[lane], role: LANE_ROLES[lane] },
            show: LANES.flatMap((each) => [...now.claimed[each], ...now.measured[each]]),
          });
        }),
        texts.laneNames[lane],
      ),
    );
    const nodes = surfaceIn(
      root,
      "claim-nodes",
      drawn((pen, size, theme, now) => {
        const at = sizes();
        if (at !== null) drawNodes(pen, size, theme, now, at);
      }),
      texts.nodesName,
    );
    const update = () => {
      const [now, at] = [picture(), sizes()];
      if (now === null || at === null) return;
      LANES.forEach((lane, k) => {
        const values = [...routesOf(now, lane).claimed].slice((at.t - 1) * at.dh, at.t * at.dh);
        const list = values.map((value) => formatNumber(value)).join(words.between.numbers);
        lanes[k]?.describe(format(texts.laneDescribe, { name: texts.nodes[lane], t: at.t, values: list }));
      });
      nodes.describe(nodesText(now, at));
    };
    const spoken = () => import("./spoken.ts");
    return {
      surfaces: [...lanes, nodes],
      update,
      spoken: [
        ...LANES.map(
          (lane, k) =>
            [
              lanes[k] as Surface,
              async () =>
                (await spoken()).spokenOfLane(texts.nodes[lane], () => {
                  const [now, at] = [picture(), sizes()];
                  if (now === null || at === null) return null;
                  return { routes: routesOf(now, lane), dh: at.dh, tolerance: now.tolerance };
                }),
            ] as const,
        ),
        [
          nodes,
          async () =>
            (await spoken()).spokenOfNodes(() => {
              const [now, at] = [picture(), sizes()];
              if (now === null || at === null) return null;
              const { tolerance } = now;
              return {
                ...at,
                tolerance,
                nodes: NODES.map((node) => [texts.nodes[node], routesOf(now, node)] as const),
              };
            }),
        ] as const,
      ],
    };
  });
};

interface At {
  readonly T: number;
  readonly dh: number;
  readonly t: number;
}

function routesOf({ claimed, measured, error }: Picture, node: Node): TwoRoutes {
  return { claimed: claimed[node], measured: measured[node], error: error[node] };
}

/** As "δf₃, unit 2". */
const nameOf = (node: Node, t: number, j: number) =>
  format(texts.entry, { name: format(texts.atStep[node], { t: sub(t), step: t }), unit: j + 1 });

function nodesText(now: Picture, at: At): string {
  const { dh, t, T } = at;
  const wrong = NODES.flatMap((node) =>
    Array.from({ length: dh }, (_, j) => j)
      .filter((j) => isWrong(routesOf(now, node), (t - 1) * dh + j, now.tolerance))
      .map((j) => nameOf(node, t, j)),
  );
  const where = format(t === T ? texts.nodesLast : texts.nodesCaption, { t });
  return saidWithWrong(where, wrong);
}

/** The wrong entries of all steps, on the way back: the first is where the mistake shows first. */
function wrongEverywhere(now: Picture, dh: number): string {
  const T = now.claimed.dh.length / dh;
  const names: string[] = [];
  for (let t = T; t >= 1; t -= 1)
    for (const node of NODES)
      for (let j = 0; j < dh; j += 1)
        if (isWrong(routesOf(now, node), (t - 1) * dh + j, now.tolerance)) names.push(nameOf(node, t, j));
  const all = NODES.length * T * dh;
  return names.length === 0
    ? format(texts.noneWrong, { all })
    : format(texts.someWrong, { wrong: names.length, all, first: names.slice(0, 3).join(words.between.names) });
}

function drawNodes(pen: Pen, size: Size, theme: Theme, now: Picture, { dh, t }: At): void {
  const pairs = NODES.flatMap((node, k) => {
    const routes = routesOf(now, node);
    return Array.from({ length: dh }, (_, j): Pair => {
      const i = (t - 1) * dh + j;
      return {
        x: placeOf(k + 1, j, dh),
        claimed: routes.claimed[i] ?? Number.NaN,
        measured: routes.measured[i] ?? Number.NaN,
        wrong: isWrong(routes, i, now.tolerance),
      };
    });
  });
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [0.5, NODES.length + 0.5],
      ticks: NODES.map((_, k) => k + 1),
      format: (k) => texts.nodeTicks[NODES[k - 1] as Node],
      grid: false,
    },
    y: {
      domain: ringDomain(
        pairs.flatMap(({ claimed, measured }) => [claimed, measured]),
        size.height,
      ),
      label: format(texts.nodesAxis, { t }),
    },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    for (let k = 1; k < NODES.length; k += 1) rule(pen, frame, "x", k + 0.5, { stroke: theme.grid, width: 1 });
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    drawPairs(pen, theme, frame, pairs, "tube");
  });
}
