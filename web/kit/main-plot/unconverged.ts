// The badge at the picture while the answer on show is no optimum: what the solver's report says, and a way to go on. Loaded
// when it is first needed. Going on is the same run with a higher limit of iterations: a run does not depend on its limit, so
// it passes through the answer on show, bit for bit, and a link to the state opens what is then on show.
import { html, nothing, render, svg } from "lit";
import { formatCount, formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { unconverged as words } from "../messages/unconverged.en.ts";
import type { PageContext } from "../points/page-context.ts";
import type { Answer } from "../points/request.ts";
import { SOLVER } from "../points/state.ts";

/** By how much a run is longer than the one that it continues: the part that is repeated is never the larger one. */
const LONGER = 2;

const limitOf = ({ request }: Answer) => request.problem.maxIterations ?? SOLVER.maxIterations.default;

/**
 * What ended a run before its tolerance: the iteration that the stepper asked for, the limit of iterations, the largest limit
 * that there is, or rounding, where no step changes anything any more. null for an optimum.
 */
export function endOf(answer: Answer): keyof typeof words.why | null {
  const { iterations, converged } = answer.frame.solution.report;
  if (converged) return null;
  if (iterations === answer.request.stopAt) return "step";
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
export function mountBadge(root: HTMLElement, page: Pick<PageContext, "context" | "answer" | "current">): Badge {
  const { store, client } = page.context;
  const goOn = () => store.patch({ maxIterations: nextLimit(store.state.maxIterations) }, { undoable: false });

  function update(): void {
    const { answer } = page;
    const end = answer === null ? null : endOf(answer);
    root.hidden = end === null;
    if (answer === null || end === null) return;
    const { kktGap, iterations } = answer.frame.solution.report;
    const runs = client.status.phase === "running" && !page.current;
    const goesOn = runs && store.state.maxIterations > limitOf(answer);
    root.dataset.unconverged = end;
    render(
      html`<svg viewBox="0 0 16 16" aria-hidden="true">${SIGN}</svg>
        <p role="status">
          <b>${words.title}</b> ${format(words.gap, { gap: formatNumber(kktGap), count: formatCount(iterations) })}
          ${words.why[end]}
        </p>
        ${
          end === "limit"
            ? html`<button
              type="button" class="button" data-action="continue" title=${goesOn ? nothing : words.continueLong}
              ?disabled=${runs && !goesOn}
              @click=${goesOn ? () => client.cancel() : goOn}
            >${goesOn ? words.stop : words.continue}</button>`
            : nothing
        }`,
      root,
    );
  }

  client.onstatus(update);
  return { update };
}
