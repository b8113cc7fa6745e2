// The label of a check in the proof panel.
import { describe, expect, it } from "vitest";
import { checkLabel } from "../../web/labs/svr/proof.ts";

describe("checkLabel", () => {
  it("says when a check looked at some of the points only", () => {
    expect(checkLabel("rotated-sample")).toContain(checkLabel("rotated"));
    expect(checkLabel("rotated-sample")).not.toBe(checkLabel("rotated"));
  });

  it("shows a code without a label as it is", () => {
    expect(checkLabel("brand-new")).toBe("brand-new");
  });
});
