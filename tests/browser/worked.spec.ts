// The worked examples: opened from a claim, their numbers filled by the solver, and others when something else is set.
import { worked } from "../../web/host/messages/worked.en.ts";
import { expect, test } from "./support/lab.ts";

/** Of each lab a claim, a number of the text, what it is at first, and what it becomes once a control has another value. */
const EXAMPLES = [
  { claim: "1c1", number: "solverHi", first: "0.8", set: { box: "half width of the tube", to: "0.3" }, after: "0.7" },
  { claim: "2.5c", number: "solverRhoLo", first: "0", set: { box: "ν in twelfths", to: "4" }, after: "1" },
  { claim: "3b", number: "h2", first: "−0.09", set: { box: "input of step 2", to: "1" }, after: "0.34" },
  {
    claim: "4b",
    number: "solverVariance",
    first: "0.16667",
    set: { box: "noise of step 1", to: "0.5" },
    after: "0.33333",
  },
] as const;

for (const { claim, number, first, set, after } of EXAMPLES)
  test(`the example of ${claim} follows what is set`, async ({ lab, page }) => {
    await lab.open(`#q=${claim}`);
    const derivation = page.locator("details.proof-derivation");
    await expect(derivation).toHaveAttribute("open", "");
    await page.getByRole("button", { name: worked.open }).click();
    const sheet = page.locator("dialog .worked");
    const place = sheet.locator(`.katex-html [data-number="${number}"]`).first();
    await expect(place).toContainText(first);
    // A question comes before its step.
    const step = sheet.locator(".theory-step").first();
    await expect(step).not.toHaveAttribute("open", "");
    await step.locator("summary").click();
    await expect(step).toHaveAttribute("open", "");
    const box = sheet.getByRole("textbox", { name: set.box });
    await box.fill(set.to);
    await box.press("Enter");
    await expect(place).toContainText(after);
    await expect(step).toHaveAttribute("open", "");
  });
