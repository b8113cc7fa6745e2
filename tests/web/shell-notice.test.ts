// Which errors of the window are none.
import { expect, it } from "vitest";
import { isNotice } from "../../web/host/listen.ts";

it("takes the browser's notice about sizes for no error, and nothing else", () => {
  for (const notice of [
    "ResizeObserver loop completed with undelivered notifications.",
    "ResizeObserver loop limit exceeded",
  ])
    expect(isNotice(notice), notice).toBe(true);
  for (const error of [
    "",
    "Script error.",
    "ResizeObserver is not defined",
    "Error: ResizeObserver loop completed with",
  ])
    expect(isNotice(error), error).toBe(false);
});
