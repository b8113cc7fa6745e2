// The worked example of problem 3: a cell of one unit over two steps, forwards and backwards.
import type { CifgParams } from "../../../wasm/lib/types.ts";
import { worked } from "../../host/worked/worked.ts";

const number = (value: number, min: number, max: number) => ({
  kind: "number" as const,
  ...{ default: value, min, max, step: 0.1 },
});
const table = { x1: number(1, -3, 3), x2: number(-1, -3, 3), U_f: number(0.8, -3, 3), b_f: number(0, -5, 5) };

/** What the reader does not set. */
const FIXED = { W_f: 0.5, W_o: 1, U_o: -0.6, b_o: 0.5, W_c: 1, U_c: 0.7, b_c: 0 } as const;

const sigma = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

/** By the equations of the handout, step by step. L = h_2. */
function byHand({ x1, x2, U_f, b_f }: { x1: number; x2: number; U_f: number; b_f: number }) {
  const { W_f, W_o, U_o, b_o, W_c, U_c, b_c } = FIXED;
  const step = (x: number, h: number, c: number) => {
    const f = sigma(W_f * x + U_f * h + b_f);
    const o = sigma(W_o * x + U_o * h + b_o);
    const cTilde = Math.tanh(W_c * x + U_c * h + b_c);
    const next = f * c + (1 - f) * cTilde;
    return { f, o, cTilde, c: next, h: o * Math.tanh(next) };
  };
  const one = step(x1, 0, 0);
  const two = step(x2, one.h, one.c);
  const back = (s: typeof one, cBefore: number, dh: number, dcFromLater: number) => {
    const dc = dh * s.o * (1 - Math.tanh(s.c) ** 2) + dcFromLater;
    const df = dc * (cBefore - s.cTilde);
    const dcTilde = dc * (1 - s.f);
    const dzF = df * s.f * (1 - s.f);
    const dzO = dh * Math.tanh(s.c) * s.o * (1 - s.o);
    return { dc, df, dcTilde, dzF, dzO, dzC: dcTilde * (1 - s.cTilde ** 2) };
  };
  const back2 = back(two, one.c, 1, 0);
  const dh1 = U_f * back2.dzF + U_o * back2.dzO + U_c * back2.dzC;
  const back1 = back(one, 0, dh1, back2.dc * two.f);
  return { one, two, back1, back2, dh1 };
}

export default worked<typeof table>({
  table,
  compute(pg, set) {
    const { one, two, back1, back2, dh1 } = byHand(set);
    const params = Object.fromEntries(
      Object.entries({ ...FIXED, U_f: set.U_f, b_f: set.b_f }).map(([name, value]) => [name, [value]]),
    ) as unknown as CifgParams;
    const inputs = { dx: 1, dh: 1, T: 2, batch: 1, params, x: [set.x1, set.x2], h0: [0], c0: [0] };
    const { loss, grads, deltas } = pg.cifg.backward({ ...inputs, g: [0, 1] });
    return {
      ...{ x1: set.x1, x2: set.x2, Uf: set.U_f, bf: set.b_f },
      ...{ f1: one.f, o1: one.o, cTilde1: one.cTilde, c1: one.c, h1: one.h },
      ...{ f2: two.f, o2: two.o, cTilde2: two.cTilde, c2: two.c, h2: two.h, loss },
      ...{ dc2: back2.dc, df2: back2.df, dcTilde2: back2.dcTilde, dzF2: back2.dzF, dzO2: back2.dzO, dzC2: back2.dzC },
      ...{ dh1, dc1: back1.dc, dzF1: back1.dzF, withoutH: back2.dc * two.f },
      ...{ dUf: back2.dzF * one.h, dWf: back1.dzF * set.x1 + back2.dzF * set.x2, dbf: back1.dzF + back2.dzF },
      ...{ solverDc1: deltas.dc[0] as number, solverDc2: deltas.dc[1] as number, solverDh1: deltas.dh[0] as number },
      ...{ solverDUf: grads.U_f[0] as number, solverDWf: grads.W_f[0] as number, solverDbf: grads.b_f[0] as number },
    };
  },
});
