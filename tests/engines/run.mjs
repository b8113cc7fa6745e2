// npm run engines: everything that holds in every engine, served and from disk. Arguments choose engines: npm run engines -- webkit
import { packages } from "../../web/build/steps.mjs";
import { report } from "../report.mjs";
import { ENGINES } from "./engine.mjs";
import { enginesStep } from "./step.mjs";

const wanted = process.argv.slice(2);
const names = wanted.length === 0 ? Object.keys(ENGINES) : wanted;
await packages();
await report(
  "engines",
  names.map((name) => enginesStep(`engines: every claim in ${name}`, [name], "all")),
);
