// A hand-in made in Node, of every model solution: what each engine is given to judge.
import { load } from "../../dist/lib/proofground.js";
import { writeHandIn } from "../../web/host/tasks/hand-in.ts";
import { given, handInOf, solved } from "../wasm/support/handed-in.ts";

const pg = await load();
const entries = await Promise.all(given.map((lab) => Promise.all(lab.table.map((task) => solved(pg, lab, task)))));

/** Of all labs, or of each lab's first task. */
export const handIn = (extent: "all" | "some"): string =>
  writeHandIn(
    handInOf(
      "Node",
      entries.flatMap((own) => (extent === "all" ? own : own.slice(0, 1))),
    ),
  );
