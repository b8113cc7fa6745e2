// The worker of the labs of problem 4, their part of the library inside: not one more request away.
import * as part from "../../wasm/lib/parts/diffusion.ts";
import { engineOf } from "../host/parts.ts";
import { serveWorker } from "../host/worker.ts";

serveWorker(engineOf(part));
