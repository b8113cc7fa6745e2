import type { Table } from "../../../../host/lab.ts";

export const POSTERIOR = {} as const satisfies Table;
