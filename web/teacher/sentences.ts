// Findings and measured numbers in words.
import { format } from "../host/messages/format.ts";
import { isJudged } from "../host/tasks/hand-in-replayed.ts";
import { holds } from "../host/tasks/judge.ts";
import { textOf } from "../host/tasks/measured.ts";
import type { Finding } from "./finding.ts";
import { en as words } from "./messages/teacher.en.ts";
import { type Row, whoOf } from "./rows.ts";

export function findingText(finding: Finding, program: string): string {
  switch (finding.kind) {
    case "failed":
      return format(words.finding.failed, { reason: finding.reason }).trim();
    case "edited":
    case "version":
    case "solver": {
      const { why, name } = finding.difference;
      const said = format(words.why[why], { name }).trim();
      return format(words.finding[finding.kind], { why: said, version: program.slice(0, 20) });
    }
    default:
      return words.finding[finding.kind];
  }
}

export interface Said {
  readonly text: string;
  readonly holds: boolean;
}

/** What was measured here, beside its bounds: "width of the set of optimal b: 1 > 0.5". */
export function measuredTexts({ task, replayed }: Row): readonly Said[] {
  if (replayed === null || !isJudged(replayed) || task === null) return [];
  const names = task.words.measured;
  return replayed.measured.map((each) => {
    const name = Object.hasOwn(names, each.name) ? names[each.name] : each.name;
    const { value, asked } = textOf(each);
    return { text: format(words.answers.measured, { name: name ?? "", value, asked }), holds: holds(each) };
  });
}

/** @param most names of a row on screen; the table in a file has all */
export function twinsText({ twins }: Row, most = Number.POSITIVE_INFINITY): string {
  const names = [...new Set(twins.map(({ from }) => whoOf(from)))];
  const more = names.length - most;
  const named = names.slice(0, most).join(words.summary.comma);
  return more > 0 ? format(words.answers.andMore, { names: named, n: more }) : named;
}
