// The page's end of the judge in the worker.
import { createClient, type WarmClient } from "../client.ts";
import { openLocal, openWorker } from "../port.ts";
import type { LabCode } from "../protocol.ts";
import type { TaskFrame, TaskRequest } from "./request.ts";

/** A judge of a lab's tasks, in a worker of its own that begins with the first request; its queue has room for the newest one. */
export const openJudge = ({ id, part }: LabCode): WarmClient<TaskRequest, TaskFrame> =>
  createClient({ lab: { id: `${id}/tasks`, part }, ports: [openWorker, openLocal] });
