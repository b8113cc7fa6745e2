// The badge at the picture while what is on show is no optimum: what the solver's report says, and a way to stop or to go on.
// Loaded when it is first needed. Going on after the limit of iterations is the same run with a higher limit: a run does not
// depend on its limit, so it passes through the answer on show, bit for bit, and a link to the state opens what is then on show.
// So does a run that begins again after it was stopped.
import { html, nothing, render, svg } from "lit";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { said } from "../../host/said.ts";
import { unconverged as words } from "../messages/unconverged.en.ts";
import type { PageContext } from "../points/page-context.ts";
import type { Answer } from "../points/request.ts";
import { SOLVER } from "../points/state.ts";
import { stepsOf } from "../points/steps.ts";

/** By how much a run is longer than the one that it continues: the part that is repeated is never the larger one. */
const LONGER = 2;

const limitOf = ({ request }: Answer) => request.problem.maxIterations ?? SOLVER.maxIterations.default;

/**
 * What keeps the picture from its tolerance: the run goes on, or was stopped; or it ended before, at the iteration that the stepper
 * asked for, at the limit of iterations, at the largest limit that there is, or by rounding, where no step changes anything any
 * more. null for an optimum.
 * @param running whether the solver is at work for the present state
 */
export function endOf(answer: Answer, running = false): keyof typeof words.why | null {
  const { frame, request } = answer;
  const { iterations, converged } = frame.solution.report;
  if (converged) return null;
  if (frame.phase === "iterate") return running ? "running" : "stopped";
  if (iterations === request.stopAt) return "step";
  if (iterations < limitOf(answer)) return "rounding";
  return iterations < SOLVER.maxIterations.max ? "limit" : "most";
}

/** The state's limit of iterations for going on. It grows also where going on was stopped. */
export function nextLimit(maxIterations: number): number {
  return Math.min(SOLVER.maxIterations.max, LONGER * maxIterations);
}

const SIGN = svg`<path d="M8 1.8L15 14.2H1z" /><path d="M8 6.2v4M8 11.6v1" />`;

export interface Badge {
  /** State, answer or what the solver does have changed. */
  update(): void;
}

/** Put the badge into `root`; it is empty until the first update. */
export function mountBadge(
  root: HTMLElement,
  page: Pick<PageContext, "context" | "answer" | "current" | "again">,
): Badge {
  const { store, client } = page.context;
  const goOn = () => store.patch({ maxIterations: nextLimit(store.state.maxIterations) }, { undoable: false });

  function update(): void {
    const { answer } = page;
    const runs = client.status.phase === "running" && !page.current;
    const end = answer === null ? null : endOf(answer, runs);
    root.hidden = end === null;
    if (answer === null || end === null) {
      render(nothing, root);
      return;
    }
    const { iterations, kktGap } = answer.frame.solution.report;
    const stops = end === "running" || (runs && end === "limit" && store.state.maxIterations > limitOf(answer));
    const button = (text: string, act: () => void, title = "", off = false) => html`<button
        type="button" class="button" data-action="continue" title=${title || nothing} ?disabled=${off} @click=${act}
      >${text}</button>`;
    const lead = end === "running" ? words.solving : words.title;
    const gap = format(words.gap, { gap: formatNumber(kktGap), steps: stepsOf({ iterations, activeSetSteps: 0 }) });
    const text = `${gap} ${words.why[end]}`;
    root.dataset.unconverged = end;
    // By which method is said elsewhere: the badge is on the picture, and on a phone each line of it covers some.
    render(
      html`<svg viewBox="0 0 16 16" aria-hidden="true">${SIGN}</svg>
        <p data-caveat>${said("optimum", end === "running" ? null : `${lead} ${text}`, html`<b>${lead}</b> ${text}`)}</p>
        ${
          stops
            ? button(words.stop, () => client.cancel())
            : end === "stopped"
              ? button(words.continue, page.again)
              : end === "limit"
                ? button(words.continue, goOn, words.continueLong, runs)
                : nothing
        }`,
      root,
    );
  }

  client.onstatus(update);
  return { update };
}
