// The worker of the labs of support vector machines, their part of the library inside: not one more request away.
import * as part from "../../wasm/lib/parts/svm.ts";
import { engineOf } from "../host/parts.ts";
import { serveWorker } from "../host/worker.ts";

serveWorker(engineOf(part));
