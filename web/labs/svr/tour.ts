// The tour of this lab: from a point that leaves the tube to a fit whose offset is a whole interval.
import type { SvrClaim } from "../../../wasm/lib/types.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { breakStep, mendStep } from "../../host/tour/claims.ts";
import { type Seen, tour } from "../../host/tour/step.ts";
import { tour as words } from "./messages/tour.en.ts";
import type { SvrAnswer, SvrFrame } from "./request.ts";
import type { SvrState } from "./state.ts";

type Now = Seen<SvrState, SvrClaim>;

const ABOVE = 4;
const BELOW = 0;

/** The fit of the present points. */
function fitOf({ answers, state }: Now): SvrAnswer | null {
  const fit = answers.find(({ frame }) => (frame as SvrFrame).phase === "done") as SvrAnswer | undefined;
  return fit?.frame.kktCase.length === state.y.length ? fit : null;
}
/** What the main plot counts as well: shared, it would split the files of a first visit into more. */
function supportVectors({ frame: { solution } }: SvrAnswer): number {
  return solution.alpha.filter((alpha, i) => alpha !== 0 || solution.alphaStar[i] !== 0).length;
}
const resultOf = <Id extends SvrClaim["id"]>({ results }: Now, id: Id) =>
  (results.get(id) ?? null) as Extract<SvrClaim, { id: Id }> | null;

export default tour<SvrState, SvrClaim>([
  {
    say: words.out.say,
    at: [".picture-canvas"],
    came(now, before) {
      const fit = fitOf(now);
      const [{ x, y, d }, old] = [now.state, before.state];
      if (fit === null || old.y.length > y.length) return null;
      // One that was added there counts, too.
      const moved = (i: number) =>
        y[i] !== old.y[i] || x.slice(i * d, (i + 1) * d).some((c, k) => c !== old.x[i * d + k]);
      const out = y.findIndex((_, i) => moved(i) && [ABOVE, BELOW].includes(fit.frame.kktCase[i] as number));
      if (out < 0) return null;
      const { alpha, alphaStar } = fit.frame.solution;
      const pull = (alpha[out] as number) + (alphaStar[out] as number);
      return format(words.out.came, { alpha: formatNumber(pull), sv: supportVectors(fit), n: y.length });
    },
  },
  {
    say: words.tube.say,
    at: ['[data-field="epsilon"]'],
    came(now, before) {
      const fit = fitOf(now);
      const { epsilon, y } = now.state;
      if (fit === null || epsilon <= before.state.epsilon || fit.request.problem.epsilon !== epsilon) return null;
      return format(words.tube.came, { epsilon: formatNumber(epsilon), sv: supportVectors(fit), n: y.length });
    },
  },
  breakStep("1b", words.break),
  mendStep("1b", words.mend),
  {
    say: words.tie.say,
    at: [".proof-example", '[data-claim="1c1"]'],
    came: ({ state }) => (state.claim === "1c1" && state.preset === "tie-wide" ? words.tie.came : null),
  },
  {
    say: words.offset.say,
    at: ['.claim-polyline[role="slider"]', ".claim-polyline", '[data-claim="1c1"]'],
    came(now, before) {
      const result = resultOf(now, "1c1");
      if (result === null || result.broken || now.state.b === null || now.state.b === before.state.b) return null;
      const { pick, lo, hi, minimises } = result.picture;
      if (!minimises || lo >= hi) return null;
      return format(words.offset.came, { b: formatNumber(pick), lo: formatNumber(lo), hi: formatNumber(hi) });
    },
  },
]);
