import type { Table } from "../../../../host/lab.ts";

export const ELBO = {} as const satisfies Table;
