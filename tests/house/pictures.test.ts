// The comparison of pictures: a label that has moved shows, other edges of the same glyphs do not.
import { expect, test } from "vitest";
import { compare, halved, reduced } from "../browser/support/compare.ts";
import { decode, type Picture } from "../browser/support/png.ts";

const SIZE = 64;

/** A page with a block of ink that is as large as a number at an axis. */
function page(x: number, ink = 30): Picture {
  const rgb = new Uint8Array(3 * SIZE * SIZE).fill(251);
  for (let row = 20; row < 29; ++row)
    for (let column = x; column < x + 20; column += 3)
      rgb.fill(ink, 3 * (row * SIZE + column), 3 * (row * SIZE + column) + 6);
  return { width: SIZE, height: SIZE, rgb };
}
const stored = (picture: Picture) => reduced(halved(picture));

test("a picture is itself, though its palette is smaller", () => {
  const ramp = Uint8Array.from({ length: 3 * SIZE * SIZE }, (_, i) => (i * i * 7) % 256);
  const noisy = { width: SIZE, height: SIZE, rgb: ramp };
  expect(compare(stored(noisy), stored(noisy))).toBeNull();
  expect(compare(stored(page(20)), stored(page(20)))).toBeNull();
});

test("ink that is a little paler is the same, ink that has moved by 3 pixels or is gone is not", () => {
  expect(compare(stored(page(20)), stored(page(20, 55)))).toBeNull();
  const moved = compare(stored(page(20)), stored(page(23)));
  expect(moved?.text).toMatch(/differs by/);
  expect(moved?.where).toMatchObject({ width: SIZE / 2, height: SIZE / 2 });
  expect(compare(stored(page(20)), stored(page(20, 251)))).not.toBeNull();
});

test("another size is another picture, and no PNG is none", () => {
  const small = halved(halved(page(20)));
  expect(compare(small, halved(page(20)))?.text).toMatch(/32 x 32 pixels, not 16 x 16/);
  expect(() => decode(Buffer.from("GIF89a"))).toThrow("no PNG file");
});
