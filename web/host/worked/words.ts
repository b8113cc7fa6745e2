// The words of a worked example.
import type { ControlSpec } from "../controls.ts";

/** Its words besides the text, in `labs/<id>/messages/worked.*.ts`. */
export interface WorkedWords {
  readonly title: string;
  /** What the reader sets, by field. */
  readonly fields: Readonly<Record<string, Pick<ControlSpec<object>, "symbol" | "label" | "hint">>>;
}
