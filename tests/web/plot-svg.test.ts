import { describe, expect, it } from "vitest";
import { drawFrame, inFrame, layFrame } from "../../web/plot/frame.ts";
import { band, label, polyline, type Shape, symbol, symbols } from "../../web/plot/marks.ts";
import { arrow, bars } from "../../web/plot/more-marks.ts";
import { PLAIN, rgb } from "../../web/plot/palette.ts";
import { escapeXml, SvgPen } from "../../web/plot/svg.ts";

const SIZE = { width: 400, height: 300 };

function drawing(draw: (pen: SvgPen) => void): string {
  const pen = new SvgPen();
  draw(pen);
  return pen.finish(SIZE, "a <title>", "#fff");
}

/** Every coordinate pair of the paths in an SVG. */
function points(svg: string): [number, number][] {
  return [...svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
}

describe("SvgPen", () => {
  it("escapes texts, and drops what XML cannot hold", () => {
    expect(escapeXml('a<b>&"\u0000c')).toBe("a&lt;b&gt;&amp;&quot;c");
    const svg = drawing((pen) => pen.fillText("<script>x & y</script>", 1, 2));
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("<title>a &lt;title&gt;</title>");
    expect(svg).not.toContain("<desc>");
    expect(new SvgPen().finish(SIZE, "", null, "C < 1")).toContain("<desc>C &lt; 1</desc>");
  });

  it("gives back the state that was saved", () => {
    const pen = new SvgPen();
    pen.save();
    pen.fillStyle = "red";
    pen.lineWidth = 7;
    pen.translate(5, 5);
    pen.restore();
    expect(pen.fillStyle).toBe("#000");
    expect(pen.lineWidth).toBe(1);
    pen.beginPath();
    pen.rect(0, 0, 1, 1);
    pen.fill();
    expect(pen.finish(SIZE, "", null)).not.toContain("transform");
  });

  it("draws a full circle as two arcs and a part as one", () => {
    const circle = drawing((pen) => symbol(pen, "circle", 50, 50, 10, { fill: "#123" }));
    expect(circle.match(/A10 10/g)).toHaveLength(2);
    const part = drawing((pen) => {
      pen.beginPath();
      pen.arc(0, 0, 10, 0, Math.PI / 2);
      pen.stroke();
    });
    expect(part).toContain('d="M10 0A10 10 0 0 1 0 10"');
  });

  it("turns like the canvas: first the translation, then the rotation", () => {
    const svg = drawing((pen) => {
      pen.translate(10, 20);
      pen.rotate(-Math.PI / 2);
      pen.fillText("up", 0, 0);
    });
    expect(svg).toContain('transform="matrix(0 -1 1 0 10 20)"');
  });

  it("keeps marks inside nested clips", () => {
    const svg = drawing((pen) => {
      const frame = layFrame(pen, SIZE, PLAIN, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
      inFrame(pen, frame, () => inFrame(pen, frame, () => polyline(pen, frame, [0, 9], [0, 9], { stroke: "#000" })));
    });
    expect(svg).toContain('<clipPath id="clip1" clip-path="url(#clip0)">');
    expect(svg).toContain('<g clip-path="url(#clip1)">');
  });
});

describe("frame", () => {
  const options = {
    x: { domain: [0, 10] as const, label: "waiting time / min" },
    y: { domain: [-1e5, 1e5] as const, label: "a rather long name for the quantity upwards" },
  };

  it.each([
    [900, 600],
    [320, 240],
    [160, 120],
  ])("keeps every text inside %d x %d, and ticks apart", (width, height) => {
    const pen = new SvgPen();
    const frame = layFrame(pen, { width, height }, PLAIN, options);
    expect(frame.left).toBeLessThan(frame.right);
    expect(frame.top).toBeLessThan(frame.bottom);
    pen.font = "12px sans-serif";
    let end = Number.NEGATIVE_INFINITY;
    for (const tick of frame.xTicks) {
      const half = pen.measureText(tick.text).width / 2;
      expect(frame.x(tick.at) - half).toBeGreaterThan(Math.max(0, end));
      end = frame.x(tick.at) + half;
      expect(end).toBeLessThanOrEqual(width);
    }
    for (const tick of frame.yTicks) {
      expect(pen.measureText(tick.text).width).toBeLessThanOrEqual(frame.left);
      expect(frame.y(tick.at)).toBeGreaterThanOrEqual(frame.top - 1e-9);
    }
    expect(frame.xTicks.length).toBeGreaterThan(0);
    expect(frame.yTicks.length).toBeGreaterThan(0);
  });

  const drawnIn = (width: number, height: number, some = options) =>
    drawing((pen) => drawFrame(pen, layFrame(pen, { width, height }, PLAIN, some), PLAIN));

  it("breaks a title between words where it is longer than its side, and leaves room for its lines", () => {
    const [wide, low] = [drawnIn(900, 600), drawnIn(160, 120)];
    for (const title of [options.x.label, options.y.label]) expect(wide).toContain(`>${title}<`);
    expect(low).not.toContain(`>${options.y.label}<`);
    const words = (svg: string) => [...svg.matchAll(/>([^<]*)<\/text>/g)].flatMap(([, text = ""]) => text.split(" "));
    expect(words(low)).toEqual(
      expect.arrayContaining([options.x.label, options.y.label].flatMap((title) => title.split(" "))),
    );
    const leftOf = (label: string) => {
      const y = { ...options.y, label };
      return layFrame(new SvgPen(), { width: 160, height: 120 }, PLAIN, { ...options, y }).left;
    };
    expect(leftOf(options.y.label)).toBeGreaterThan(leftOf("a name") + 12);
  });

  it("shortens a word that is longer than its side", () => {
    const x = { ...options.x, label: "Donaudampfschifffahrtsgesellschaft" };
    expect(drawnIn(160, 120, { ...options, x })).toContain("…");
  });

  it("keeps circles round when asked", () => {
    const frame = layFrame(new SvgPen(), SIZE, PLAIN, { ...options, y: { domain: [0, 3] }, aspect: 1 });
    const perX = frame.x(1) - frame.x(0);
    const perY = frame.y(0) - frame.y(1);
    expect(perX).toBeCloseTo(perY, 6);
    expect(frame.x.domain[0]).toBeLessThanOrEqual(0);
    expect(frame.y.domain[1]).toBeGreaterThanOrEqual(3);
  });

  it.each([0.02, 5])("draws a unit of y %d times as long as one of x, and shows the whole window", (aspect) => {
    const window = { x: { domain: [-1, 2] }, y: { domain: [10, 40] } } as const;
    const frame = layFrame(new SvgPen(), SIZE, PLAIN, { ...window, aspect });
    expect((frame.y(0) - frame.y(1)) / (frame.x(1) - frame.x(0))).toBeCloseTo(aspect, 9);
    const widths = [frame.x.domain[1] - frame.x.domain[0], frame.y.domain[1] - frame.y.domain[0]] as const;
    expect(widths[0]).toBeGreaterThanOrEqual(3 - 1e-9);
    expect(widths[1]).toBeGreaterThanOrEqual(30 - 1e-9);
    expect((frame.x.domain[0] + frame.x.domain[1]) / 2).toBeCloseTo(0.5, 9);
    expect((frame.y.domain[0] + frame.y.domain[1]) / 2).toBeCloseTo(25, 9);
  });
});

describe("marks", () => {
  const frame = layFrame(new SvgPen(), SIZE, PLAIN, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });

  it("break a line where a value is missing", () => {
    const svg = drawing((pen) =>
      polyline(pen, frame, [0, 0.25, 0.5, 0.75, 1], [0, 0, Number.NaN, 1, 1], { stroke: "#000" }),
    );
    expect(svg.match(/[ML]/g)).toEqual(["M", "L", "M", "L"]);
  });

  it("close a band over its whole width", () => {
    const svg = drawing((pen) => band(pen, frame, [0, 1], [0, 0], [1, 1], { fill: "#000" }));
    expect(points(svg)).toEqual([
      [frame.left, frame.top],
      [frame.right, frame.top],
      [frame.right, frame.bottom],
      [frame.left, frame.bottom],
    ]);
  });

  it("hang bars from the base on either side", () => {
    const plane = layFrame(new SvgPen(), SIZE, PLAIN, { x: { domain: [0, 1] }, y: { domain: [-1, 1] } });
    const svg = drawing((pen) => bars(pen, plane, [0.2, 0.8], [1, -1], 10, { fill: "#000" }));
    const drawn = [...svg.matchAll(/M[\d.]+ ([\d.]+)h10v([\d.]+)/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    const middle = plane.y(0);
    expect(drawn).toEqual([
      [plane.y(1), middle - plane.y(1)],
      [middle, plane.y(-1) - middle],
    ]);
  });

  it("draw shapes of the same area", () => {
    const areaOf = (shape: Shape) => {
      const svg = drawing((pen) => symbol(pen, shape, 0, 0, 10, { fill: "#000" }));
      const corners = points(svg);
      if (corners.length < 3) {
        const [side] = [...svg.matchAll(/h(-?[\d.]+)v/g)].map((match) => Number(match[1]));
        return (side as number) ** 2;
      }
      const doubled = corners.reduce((sum, [x, y], k) => {
        const [nextX, nextY] = corners[(k + 1) % corners.length] as [number, number];
        return sum + x * nextY - nextX * y;
      }, 0);
      return Math.abs(doubled) / 2;
    };
    for (const shape of ["square", "diamond", "triangle-up", "triangle-down"] as const) {
      expect(areaOf(shape)).toBeCloseTo(Math.PI * 100, -1);
    }
  });

  it("put a thousand points into few paths", () => {
    const xs = Float64Array.from({ length: 1000 }, (_, i) => i / 1000);
    const svg = drawing((pen) => symbols(pen, frame, xs, xs, 3, "diamond", { fill: "#000" }));
    expect(svg.match(/<path/g)?.length).toBeLessThan(50);
    expect(svg.match(/Z/g)).toHaveLength(1000);
  });

  it("point an arrow at its end and draw none of no length", () => {
    const svg = drawing((pen) => arrow(pen, 0, 0, 30, 40, { stroke: "#000" }));
    expect(points(svg)).toContainEqual([30, 40]);
    expect(drawing((pen) => arrow(pen, 5, 5, 5, 5, { stroke: "#000" }))).not.toContain("<path");
  });

  it("put a halo under a label", () => {
    const svg = drawing((pen) => label(pen, "x", 1, 1, { font: "12px sans-serif", fill: "#000", halo: "#fff" }));
    expect(svg.match(/<text/g)).toHaveLength(2);
  });
});

describe("colours", () => {
  it.each([
    ["#fff", [255, 255, 255]],
    ["#0072b2", [0, 114, 178]],
    ["rgb(1, 2, 3)", [1, 2, 3]],
    ["rgba(1, 2, 3, 0.5)", [1, 2, 3]],
    ["color(srgb 1 0.5 0)", [255, 127.5, 0]],
  ] as const)("read %s", (text, expected) => {
    expect(rgb(text).slice(0, 3)).toEqual(expected);
  });
});
