// The strip of a lab's stages: which sides go on out of sight.
import { expect, test } from "vitest";
import { sidesOut } from "../../web/kit/stages/mount.ts";

test("a strip fades where tabs are out of sight, and only there", () => {
  expect(sidesOut(0, 300, 300)).toBe("none");
  expect(sidesOut(0, 300, 400)).toBe("after");
  expect(sidesOut(50, 300, 400)).toBe("both");
  expect(sidesOut(100, 300, 400)).toBe("before");
  // Fractions of a pixel are no tab.
  expect(sidesOut(0.5, 300, 300.9)).toBe("none");
});
