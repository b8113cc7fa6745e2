// The labs, in the order of the assignment. One entry each; a lab's code is loaded when it is opened.
import { type LabList, lab } from "./host/entry.ts";

const labs = [
  lab({
    id: "svr",
    part: "svr",
    problem: "1",
    title: { en: "Support vector regression" },
    model: () => import("./labs/svr/model.ts"),
    view: () => import("./labs/svr/view.ts"),
  }),
  lab({
    id: "svdd",
    part: "svdd",
    problem: "2",
    title: { en: "Spherical one-class SVM" },
    model: () => import("./labs/svdd/model.ts"),
    view: () => import("./labs/svdd/view.ts"),
  }),
  lab({
    id: "cifg",
    part: "cifg",
    problem: "3",
    title: { en: "Coupled-gate LSTM" },
    model: () => import("./labs/cifg/model.ts"),
    view: () => import("./labs/cifg/view.ts"),
  }),
  lab({
    id: "vae",
    part: "vae",
    problem: "4",
    claims: "4v",
    group: { en: "From VAE to diffusion" },
    title: { en: "VAE and digits" },
    model: () => import("./labs/vae/model.ts"),
    view: () => import("./labs/vae/view.ts"),
  }),
  lab({
    id: "diffusion",
    part: "diffusion",
    problem: "4",
    group: { en: "From VAE to diffusion" },
    title: { en: "Diffusion step by step" },
    model: () => import("./labs/diffusion/model.ts"),
    view: () => import("./labs/diffusion/view.ts"),
  }),
] as const;

export const labList: LabList = { labs, first: "svr" };
