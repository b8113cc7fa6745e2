// The labs, in the order of the assignment. One entry each; a lab's code is loaded when it is opened.
import { type LabList, lab } from "./host/entry.ts";
import * as cifg from "./labs/cifg/messages/title.en.ts";
import * as diffusion from "./labs/diffusion/messages/title.en.ts";
import * as svdd from "./labs/svdd/messages/title.en.ts";
import * as svr from "./labs/svr/messages/title.en.ts";
import * as vae from "./labs/vae/messages/title.en.ts";

const labs = [
  lab({
    id: "svr",
    part: "svr",
    problem: "1",
    title: svr.title,
    model: () => import("./labs/svr/model.ts"),
    view: () => import("./labs/svr/view.ts"),
  }),
  lab({
    id: "svdd",
    part: "svdd",
    problem: "2",
    title: svdd.title,
    model: () => import("./labs/svdd/model.ts"),
    view: () => import("./labs/svdd/view.ts"),
  }),
  lab({
    id: "cifg",
    part: "cifg",
    problem: "3",
    title: cifg.title,
    model: () => import("./labs/cifg/model.ts"),
    view: () => import("./labs/cifg/view.ts"),
  }),
  lab({
    id: "vae",
    part: "vae",
    problem: "4",
    claims: "4v",
    group: vae.group,
    title: vae.title,
    model: () => import("./labs/vae/model.ts"),
    view: () => import("./labs/vae/view.ts"),
  }),
  lab({
    id: "diffusion",
    part: "diffusion",
    problem: "4",
    group: diffusion.group,
    title: diffusion.title,
    model: () => import("./labs/diffusion/model.ts"),
    view: () => import("./labs/diffusion/view.ts"),
  }),
] as const;

export const labList: LabList = { labs, first: "svr" };
