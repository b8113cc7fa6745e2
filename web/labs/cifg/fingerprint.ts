// The fixed requests whose answers are the lab's fingerprint.
import type { CifgTrainRequest } from "../../../wasm/lib/types.ts";
import { bits, type FingerprintSolver, near, spread } from "../../host/fingerprint/answers.ts";

const [dx, dh, T] = [2, 3, 4];
const gate = (k: number) => ({ W: spread(dh * dx, k), U: spread(dh * dh, k + 1), b: spread(dh, k + 2) });
const [f, o, c] = [gate(5), gate(8), gate(11)];
const params = { W_f: f.W, U_f: f.U, b_f: f.b, W_o: o.W, U_o: o.U, b_o: o.b, W_c: c.W, U_c: c.U, b_c: c.b };
const cell = {
  dx,
  dh,
  T,
  batch: 1,
  params,
  x: spread(T * dx, 14),
  h0: spread(dh, 15),
  c0: spread(dh, 16),
  g: spread(T * dh, 17),
};
const training: CifgTrainRequest = {
  cell: "cifg",
  dh: 8,
  task: { kind: "adding", T: 10 },
  batch: 16,
  learningRate: 0.015625,
  clip: 1,
  truncate: 0,
  forgetBias: 1,
  seed: 7,
};

const fingerprint: FingerprintSolver = function* (pg) {
  const { loss, grads, deltas } = pg.cifg.backward(cell);
  const trained = (request: CifgTrainRequest) => {
    const trainer = pg.cifg.train(request);
    try {
      const losses = trainer.advance(20);
      const { params, readout } = pg.cifg.weights(trainer.network());
      const gates = [
        params.W_f,
        params.U_f,
        params.b_f,
        params.W_o,
        params.U_o,
        params.b_o,
        params.W_c,
        params.U_c,
        params.b_c,
      ];
      return [losses, ...gates, readout.V, readout.b_y] as const;
    } finally {
      trainer.delete();
    }
  };
  yield [
    near("gradients", 1e-12, loss, grads.W_f, grads.U_c, grads.b_o, grads.h0, deltas.dc),
    bits("training", ...trained(training)),
    bits("training of an LSTM, cut short", ...trained({ ...training, cell: "lstm", truncate: 4 })),
  ];
};
export default fingerprint;
