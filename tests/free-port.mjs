// For programs that do not choose a port themselves.
import { createServer } from "node:net";

/** @returns {Promise<number>} a port of loopback that was free just now */
export const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
