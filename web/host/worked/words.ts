// The words of a worked example.
import type { ControlGroup } from "../controls.ts";

/** Its words besides the text, in `labs/<id>/messages/worked.*.ts`. */
export interface WorkedWords {
  readonly title: string;
  readonly controls: readonly ControlGroup<Record<string, unknown>>[];
}
