// Several cases on one page: each has its name in the report, and one that fails does not hide those after it.
import { expect, type Page, test } from "@playwright/test";

const holds = expect.extend({
  /** @param failure null: the case holds */
  toHold: (failure: Error | null) => ({ pass: failure === null, message: () => failure?.message ?? "" }),
});

/** The place in a test file that an error comes from. */
function lineOf({ stack = "" }: Error): string {
  const line = stack.split("\n").find((each) => /\.spec\.ts:\d+/.test(each));
  return line === undefined ? "" : `\n${line.trim()}`;
}

/** For cases that each open what they need. */
export const opensItself = async (): Promise<void> => undefined;

/** More time for a test than a single case is given, ms for each case. */
const PER_CASE = 20_000;

/** A name, or a row of a table that begins with one. */
type Named = string | readonly [name: string, ...rest: unknown[]];

/**
 * Run `check` for each case, on the page that `open` has opened. A failure fails the test, under the name of its case;
 * the cases after it begin on a page that is loaded anew.
 */
export async function eachOf<Case extends Named>(
  page: Page,
  cases: readonly Case[],
  open: () => Promise<void>,
  check: (one: Case) => Promise<void>,
): Promise<void> {
  expect(cases.length, "cases to check").toBeGreaterThan(0);
  test.setTimeout(test.info().timeout + cases.length * PER_CASE);
  await open();
  for (const one of cases) {
    const name = typeof one === "string" ? one : one[0];
    const failure = await test
      .step(name, () => check(one))
      .then(
        () => null,
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
    if (failure === null) continue;
    failure.message += lineOf(failure);
    holds.soft(failure, name).toHold();
    await page.goto("about:blank");
    await open();
  }
}
