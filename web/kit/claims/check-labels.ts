// Labels of checks that are the same for all claims that make them.
import { format } from "../../host/messages/format.ts";
import { onSample } from "../messages/checks.en.ts";

/** A claim that checks only some of the points says so by this end of each check's id. */
const SAMPLE = "-sample";

/** @param labels by id of a check  @returns the label of a check */
export function checkLabels(labels: Readonly<Record<string, string>>): (id: string) => string {
  return (id) => {
    const bare = id.endsWith(SAMPLE) ? id.slice(0, -SAMPLE.length) : id;
    const label = labels[bare] ?? id;
    return bare === id ? label : format(onSample, { label });
  };
}
