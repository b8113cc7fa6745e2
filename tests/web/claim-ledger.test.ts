// The Lagrangian's ledger as strokes, without a browser.
import { describe, expect, it } from "vitest";
import { drawLedger, type LedgerWords } from "../../web/kit/claim-plots/ledger.ts";
import { words as svdd } from "../../web/labs/svdd/claim-plots/context.ts";
import { words as svr } from "../../web/labs/svr/claim-plots/context.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const none = new Float64Array(0);
const ledger = {
  terms: Float64Array.from([2.789, 1.355, 0, 0, 0]),
  value: 4.144,
  saddle: 4.144,
  below: none,
  above: none,
};

function drawn(words: LedgerWords, size: { width: number; height: number }, broken: boolean) {
  const pen = new SvgPen();
  drawLedger(pen, size, PLAIN, ledger, words.terms, broken ? words.turned : null);
  return { pen, svg: pen.finish(size, "", null) };
}
const texts = (svg: string) => Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text);

describe.each([
  ["svr", svr.ledger],
  ["svdd", svdd.ledger],
])("the ledger of %s", (_, words) => {
  // A claim's page, a phone, and a widget.
  it.each([
    [690, 240],
    [374, 240],
    [330, 144],
  ])("names every row at %i x %i, its numbers right of the bars", (width, height) => {
    const { pen, svg } = drawn(words, { width, height }, false);
    expect(texts(svg)).toEqual(expect.arrayContaining([...words.terms, "2.789", "1.355", "4.144"]));
    const numbers = Array.from(svg.matchAll(/<text x="([\d.]+)"([^>]*)>([\d.]+)<\/text>/g)).filter(([, , , text]) =>
      ["2.789", "1.355", "4.144"].includes(text ?? ""),
    );
    // Each with its halo.
    expect(numbers).toHaveLength(6);
    pen.font = "600 12px sans-serif";
    for (const [, x, attributes, text] of numbers) {
      expect(attributes).not.toMatch(/text-anchor="(middle|end)"/);
      expect(Number(x) + pen.measureText(text ?? "").width).toBeLessThanOrEqual(width);
    }
  });

  it("says which term is turned round while it is broken, though it is 0", () => {
    const [right, broken] = [false, true].map((is) => drawn(words, { width: 690, height: 240 }, is).svg) as [
      string,
      string,
    ];
    expect(right).not.toContain(PLAIN.fail);
    expect(texts(right)).not.toContain(words.turned.name);
    expect(broken).toContain(PLAIN.fail);
    expect(texts(broken)).toContain(words.turned.name);
    expect(texts(broken)).not.toContain(words.terms[words.turned.row]);
  });
});
