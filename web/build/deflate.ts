// The other end of web/host/inflate.ts.
import { deflateSync } from "node:zlib";

export const deflate = (data: string | Uint8Array): string => deflateSync(data, { level: 9 }).toString("base64");
