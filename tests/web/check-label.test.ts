// The label of a check in the proof panel.
import { describe, expect, it } from "vitest";
import { claimDetails } from "../../web/labs/svr/claim-details.ts";

const checkLabel = (id: string) => claimDetails.checks(id, "1d1");

describe("checkLabel", () => {
  it("says when a check looked at some of the points only", () => {
    expect(checkLabel("rotated-sample")).toContain(checkLabel("rotated"));
    expect(checkLabel("rotated-sample")).not.toBe(checkLabel("rotated"));
  });

  it("shows a code without a label as it is", () => {
    expect(checkLabel("brand-new")).toBe("brand-new");
  });
});
