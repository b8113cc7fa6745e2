// The numbers and formulas of the VAE's derivations, by direct computation: sums in place of closed forms.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The section of a claim, in one line. */
const section = (lab: string, claim: string): string =>
  readFileSync(join(import.meta.dirname, `../../web/labs/${lab}/theory.md`), "utf8")
    .split(/^# +/m)
    .find((text) => text.startsWith(`${claim}\n`))
    ?.replace(/\s+/g, " ") ?? "";

describe("what the derivations of the VAE say of examples", () => {
  it("4v1: the numbers of the example, by sums over z", () => {
    const text = section("vae", "4v1");
    expect(text).toContain("$D=2$, $b=1$, $s^2=1$, $x=2.5$, $q=\\mathcal N(0.5,0.5)$");
    const logDecoder = (z: number) => logNormal(2.5, 2 * z + 1, 1);
    const logJoint = (z: number) => logNormal(z, 0, 1) + logDecoder(z);
    const logPx = Math.log(integral((z) => Math.exp(logJoint(z))));
    const underQ = (value: (z: number) => number) => integral((z) => Math.exp(logNormal(z, 0.5, 0.5)) * value(z));
    const reconstruction = underQ(logDecoder);
    const kl = underQ((z) => logNormal(z, 0.5, 0.5) - logNormal(z, 0, 1));
    const gap = underQ((z) => logNormal(z, 0.5, 0.5) - (logJoint(z) - logPx));
    const moment = (k: number) => integral((z) => z ** k * Math.exp(logJoint(z) - logPx));
    for (const said of [
      `{10}=${logPx.toFixed(5)},`,
      `2=${reconstruction.toFixed(5)},`,
      `\\log2)=${kl.toFixed(5)},`,
      `\\mathrm{ELBO}=${(reconstruction - kl).toFixed(5)} .`,
      `=${gap.toFixed(5)}$. ELBO and gap add up to $${(reconstruction - kl + gap).toFixed(5)}$`,
      `The posterior is $\\mathcal N(${moment(1).toFixed(1)},${(moment(2) - moment(1) ** 2).toFixed(1)})$`,
    ])
      expect(text).toContain(said);
  });

  it("4v1: the best variances, and what they leave of the gap", () => {
    expect(section("vae", "4v1")).toContain("\\sigma_j^2=\\frac1{(C^{-1})_{jj}}\\;\\le\\;C_{jj}");
    // C^-1 = [[a, c], [c, b]]: step 6 without its constants.
    const [a, b, c] = [3, 5, 2.5] as const;
    const gap = (v: number, w: number) => (a * v + b * w - 2 - Math.log(a * b - c * c) - Math.log(v * w)) / 2;
    const least = gap(1 / a, 1 / b);
    expect(least).toBeCloseTo((Math.log(a) + Math.log(b) - Math.log(a * b - c * c)) / 2, 12);
    expect(least).toBeGreaterThan(0);
    for (const factor of [0.5, 0.9, 1.1, 2]) {
      expect(gap(factor / a, 1 / b)).toBeGreaterThan(least);
      expect(gap(1 / a, factor / b)).toBeGreaterThan(least);
    }
    expect(1 / a).toBeLessThan(b / (a * b - c * c));
  });

  it("4v2: the variance of one draw, and what the difference near 0 is", () => {
    const text = section("vae", "4v2");
    expect(text).toContain("\\tfrac12(\\sigma^2-1)^2+m^2\\sigma^2");
    for (const [m, s] of [
      [0, 0.5],
      [1.5, 0.3],
      [-0.7, 2],
    ] as const) {
      const draw = (e: number) => -Math.log(s) - e ** 2 / 2 + (m + s * e) ** 2 / 2;
      expect(variance(draw)).toBeCloseTo((s ** 2 - 1) ** 2 / 2 + m ** 2 * s ** 2, 10);
    }
    expect(text).toContain("At $v=10^{-4}$, $e^v-1-v\\approx5\\cdot10^{-9}$");
    expect(1e-4 ** 2 / 2 + 1e-4 ** 3 / 6).toBeCloseTo(5e-9, 12);
  });

  it("4v3: the variances of the example, and that quadratic f favour the slope by 3/2 and 3", () => {
    const text = section("vae", "4v3");
    expect(text).toContain("\\frac{m^4}{\\sigma^2}+14m^2+15\\sigma^2");
    expect(text).toContain("The ratio is $15/4$ at $m=0$. At any other $m$ it grows without bound");
    const ratio = (m: number, s: number) => variance((e) => ((m + s * e) ** 2 * e) / s) / (4 * s ** 2);
    for (const [m, s] of [
      [0, 0.7],
      [1, 0.5],
      [-2, 1.5],
    ] as const) {
      expect(variance((e) => 2 * (m + s * e)) / (4 * s ** 2)).toBeCloseTo(1, 10);
      expect(ratio(m, s)).toBeCloseTo((m ** 4 / s ** 2 + 14 * m ** 2 + 15 * s ** 2) / (4 * s ** 2), 9);
    }
    expect(ratio(0, 0.01)).toBeCloseTo(15 / 4, 10);
    expect(ratio(1, 0.01)).toBeGreaterThan(1e7);

    expect(text).toContain("h^2\\quad\\text{and}\\quad(e+h)^2+2g^2+\\tfrac32h^2");
    expect(text).toContain("g^2+2h^2\\quad\\text{and}\\quad2(e+2h)^2+10g^2+6h^2");
    expect(text).toContain("The score has at least $\\frac32$ and $3$ times the variance");
    for (const [e, g, h] of [
      [0.3, -1.2, 0.8],
      [-2, 0, 2],
      [-2, 0, 1],
      [5, 2, -0.1],
    ] as const) {
      const f = (eps: number) => e + g * eps + (h / 2) * (eps ** 2 - 1);
      const slope = (eps: number) => g + h * eps;
      expect(variance(slope)).toBeCloseTo(h ** 2, 9);
      expect(variance((eps) => f(eps) * eps)).toBeCloseTo((e + h) ** 2 + 2 * g ** 2 + 1.5 * h ** 2, 9);
      expect(variance((eps) => slope(eps) * eps)).toBeCloseTo(g ** 2 + 2 * h ** 2, 9);
      expect(variance((eps) => f(eps) * (eps ** 2 - 1))).toBeCloseTo(
        2 * (e + 2 * h) ** 2 + 10 * g ** 2 + 6 * h ** 2,
        9,
      );
    }
  });

  it("4v3: from which k sigma on the score of a sine has the smaller variance, at any m", () => {
    expect(section("vae", "4v3")).toContain("From $k\\sigma=1.2$ on, at any $m$, the score has the smaller variance");
    const scoreIsBetter = (k: number, m: number) =>
      variance((e) => Math.sin(k * (m + e)) * e) < variance((e) => k * Math.cos(k * (m + e)));
    for (const k of [1.2, 1.3, 1.6, 2.5, 4])
      for (let turn = 0; turn < 16; turn += 1) expect(scoreIsBetter(k, (turn * Math.PI) / 8 / k)).toBe(true);
    // With 1 in the place of 1.2 it would be wrong.
    expect(scoreIsBetter(1.05, 0)).toBe(false);
  });

  it("4v4: what one step costs at both ends and in between", () => {
    const text = section("vae", "4v4");
    expect(text).toContain("two modes at $\\pm1$ with standard deviation $0.2$");
    const H = entropyOfModes();
    /** Steps 2 and 4. */
    const bound = (bar: number) =>
      (bar * 1.04 - bar - Math.log(1 - bar)) / 2 + Math.log(2 * Math.PI * Math.E * modesNoised(bar).V) / 2;
    for (const bar of [0.3, 0.9]) {
      const { root, mean, encoded, V } = modesNoised(bar);
      const prior = integral((z) => encoded(z) * Math.log(encoded(z)) - encoded(z) * logNormal(z, 0, 1), 1 / 16, 7);
      const back = (z: number) =>
        integral(
          (x) => {
            const both = halves(x, 1, 0.04) * Math.exp(logNormal(z, root * x, 1 - bar));
            return both * (Math.log(both / encoded(z)) - logNormal(x, mean(z), V));
          },
          1 / 64,
          2.5,
        );
      expect(prior + integral(back, 1 / 16, 7), "step 5").toBeCloseTo(bound(bar) - H, 6);
    }
    const none = bound(1e-9);
    expect(text).toContain(`this is $${none.toFixed(3)}$ instead of $${H.toFixed(3)}$ nats`);
    expect(text).toContain(`the gap is $${(none - H).toFixed(3)}$,`);
    const all = Math.log(2 * Math.PI) / 2 + 1.04 / 2;
    expect(bound(0.9999)).toBeCloseTo(all, 2);
    expect(text).toContain(`In the example that is $${all.toFixed(3)}$ again.`);
    const between = Array.from({ length: 50 }, (_, k) => 0.02 * k + 0.001).map((bar) => ({ bar, gap: bound(bar) - H }));
    const best = between.reduce((a, b) => (b.gap < a.gap ? b : a));
    expect(text).toContain(`at best, near $\\bar\\alpha=${best.bar.toFixed(1)}$, the gap is $${best.gap.toFixed(3)}$`);
  });

  it("4v4 and 4bridge: the gaps of a thousand steps and of one, by the terms of the bound", () => {
    const H = entropyOfModes();
    /** The cosine schedule. */
    const gap = (T: number, variance: (beta: number, posterior: number, best: number) => number) => {
      const square = (t: number) => Math.cos(((t / T + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
      let [before, sum] = [1, 0];
      for (let t = 1; t <= T; t += 1) {
        const beta = Math.min(1 - square(t) / square(t - 1), 0.999);
        const bar = before * (1 - beta);
        const { V } = modesNoised(bar);
        const posterior = (beta * (1 - before)) / (1 - bar);
        const rest = (before * beta ** 2 * V) / (1 - bar) ** 2;
        const s2 = t === 1 ? V : variance(beta, posterior, posterior + rest);
        sum +=
          t === 1
            ? Math.log(2 * Math.PI * Math.E * V) / 2
            : (posterior / s2 - 1 - Math.log(posterior / s2)) / 2 + rest / (2 * s2);
        before = bar;
      }
      return sum + (before * 1.04 - before - Math.log(1 - before)) / 2 - H;
    };
    const best = gap(1000, (_beta, _posterior, least) => least).toFixed(4);
    const forward = gap(1000, (beta) => beta).toFixed(4);
    const fixed = gap(1000, (_beta, posterior) => posterior).toFixed(3);
    expect(section("vae", "4v4")).toContain(
      `the gap is $${best}$ nats with the best variances, $${forward}$ with $\\beta_t$, and $${fixed}$`,
    );
    const bridge = section("diffusion", "4bridge");
    expect(bridge).toContain(`one step is $${gap(1, () => 1).toFixed(3)}$ nats above the entropy`);
    for (const number of [best, forward, fixed]) expect(bridge).toContain(`$${number}$`);
  });
});

const logNormal = (x: number, mean: number, variance: number) =>
  -((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance)) / 2;

/** By the trapezoidal rule, of a function that is 0 beyond the ends. */
function integral(value: (x: number) => number, step = 1 / 128, end = 12): number {
  let sum = 0;
  for (let k = Math.round(-end / step); k <= end / step; k += 1) sum += step * value(k * step);
  return sum;
}

/** Of a function of a standard normal. */
function variance(value: (e: number) => number): number {
  const mean = (power: number) => integral((e) => Math.exp(logNormal(e, 0, 1)) * value(e) ** power);
  return mean(2) - mean(1) ** 2;
}

/** Half of the mass around each of -at and at. */
const halves = (x: number, at: number, variance: number) =>
  (Math.exp(logNormal(x, -at, variance)) + Math.exp(logNormal(x, at, variance))) / 2;

/** Modes at +-1 with standard deviation 0.2: their entropy, and what is known of x_0 when sqrt(bar) x_0 + sqrt(1 - bar) eps is. */
const entropyOfModes = () => -integral((x) => halves(x, 1, 0.04) * Math.log(halves(x, 1, 0.04)), 1 / 128, 4);
function modesNoised(bar: number) {
  const S = bar * 0.04 + 1 - bar;
  const [root, shrink] = [Math.sqrt(bar), (0.04 * Math.sqrt(bar)) / S];
  /** E[x_0 | x_t]: of both modes. */
  const mean = (z: number) => {
    const weight = 1 / (1 + Math.exp((-2 * root * z) / S));
    return weight * (1 + shrink * (z - root)) + (1 - weight) * (-1 + shrink * (z + root));
  };
  const encoded = (z: number) => halves(z, root, S);
  /** The mean of its variance. */
  const V = 1.04 - integral((z) => encoded(z) * mean(z) ** 2, 1 / 32, 8);
  return { root, mean, encoded, V };
}
