// What the linker says of the modules that it made: the one with everything has all that the others have.
export type {
  DiffusionSampler,
  DiffusionTrainer,
  MainModule as DiffusionModule,
} from "../../build/wasm/proofground-diffusion.mjs";
export type { MainModule as SvmModule, SvddRun, SvrRun } from "../../build/wasm/proofground-svm.mjs";
