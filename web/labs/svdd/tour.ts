// The tour of this lab: from a point that leaves the sphere to a sphere whose radius is a whole interval.
import type { SvddClaim } from "../../../wasm/lib/types.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { breakStep, mendStep } from "../../host/tour/claims.ts";
import { type Seen, tour } from "../../host/tour/step.ts";
import { tour as words } from "./messages/tour.en.ts";
import type { SvddFit, SvddFrame } from "./request.ts";
import type { SvddState } from "./state.ts";

type Now = Seen<SvddState, SvddClaim>;

/** The KKT case of a point outside: not taken from the main plot, whose file a first visit of another lab would then share. */
const OUTSIDE = 2;

/** The fit of the present points. */
function fitOf({ answers, state }: Now): SvddFit | null {
  const fit = answers.find(({ frame }) => (frame as SvddFrame).phase === "done")?.frame as SvddFit | undefined;
  return fit && fit.kktCase.length * state.d === state.x.length ? fit : null;
}
const outsideOf = ({ kktCase }: SvddFit) => kktCase.filter((kase) => kase === OUTSIDE).length;

export default tour<SvddState, SvddClaim>([
  {
    say: words.out.say,
    at: [".picture-canvas"],
    came(now, before) {
      const fit = fitOf(now);
      const [{ x, d }, old] = [now.state, before.state];
      if (fit === null || old.x.length > x.length) return null;
      // One that was added there counts, too.
      const moved = (i: number) => x.slice(i * d, (i + 1) * d).some((c, k) => c !== old.x[i * d + k]);
      const out = fit.kktCase.findIndex((kase, i) => kase === OUTSIDE && moved(i));
      if (out < 0) return null;
      const alpha = formatNumber(fit.solution.alpha[out] as number);
      return format(words.out.came, { alpha, outside: outsideOf(fit), n: fit.kktCase.length });
    },
  },
  {
    say: words.nu.say,
    at: ['[data-field="nuShare"]'],
    came(now, before) {
      const fit = fitOf(now);
      const { nuShare } = now.state;
      if (fit === null || nuShare <= before.state.nuShare) return null;
      const rho = formatNumber(fit.solution.rho);
      const share = formatNumber(nuShare);
      return format(words.nu.came, { share, rho, outside: outsideOf(fit), n: fit.kktCase.length });
    },
  },
  breakStep("2.2", words.break),
  mendStep("2.2", words.mend),
  {
    say: words.band.say,
    at: [".proof-example", '[data-claim="2.5b"]'],
    came: ({ state }) => (state.claim === "2.5b" && state.preset === "three-band" ? words.band.came : null),
  },
  {
    say: words.radius.say,
    at: [".claim-polyline", '[data-claim="2.5b"]'],
    came(now, before) {
      const result = now.results.get("2.5b");
      if (result?.id !== "2.5b" || result.broken || now.state.rho === null || now.state.rho === before.state.rho)
        return null;
      const { pick, lo, hi, minimises } = result.picture;
      if (!minimises || lo >= hi) return null;
      return format(words.radius.came, { rho: formatNumber(pick), lo: formatNumber(lo), hi: formatNumber(hi) });
    },
  },
]);
