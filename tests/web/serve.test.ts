// The development server: what it serves, under which headers, and what it does not let out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SITE_CSP, singleFileCsp } from "../../web/build/csp.mjs";
import { fileOf, serve, serveOnFreePort } from "../../web/build/serve.mjs";

describe("fileOf", () => {
  test.each([
    ["/", "/site/index.html"],
    ["/assets/a-12345678.js", "/site/assets/a-12345678.js"],
    ["/assets/", "/site/assets/index.html"],
    ["/a%20b.txt?x#y", "/site/a b.txt"],
    ["/x/../index.html", "/site/index.html"],
  ])("%s is inside", (url, file) => expect(fileOf("/site", url)).toBe(file));

  test.each(["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/a/../../secret", "/%00", "/%", "/..\\secret", "secret"])(
    "%s is nowhere",
    (url) => expect(fileOf("/site", url)).toBeNull(),
  );

  test("a sub-path is taken off, and nothing is above it", () => {
    expect(fileOf("/site", "/some/sub/", "/some/sub/")).toBe("/site/index.html");
    expect(fileOf("/site", "/", "/some/sub/")).toBeNull();
    expect(fileOf("/site", "/some/sub/../../secret", "/some/sub/")).toBeNull();
  });
});

describe("serve", () => {
  const folder = mkdtempSync(join(tmpdir(), "proofground-serve-"));
  const site = join(folder, "site");
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    mkdirSync(join(site, "assets"), { recursive: true });
    writeFileSync(join(folder, "secret"), "secret");
    writeFileSync(join(site, "index.html"), "<!doctype html>");
    writeFileSync(join(site, "proofground.html"), "<!doctype html>");
    writeFileSync(join(site, "assets/solver-AbCd_123.wasm"), "wasm".repeat(100));
    server = await serve(site, { compress: true });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  test("a page, with the policy", async () => {
    const { status, headers } = await fetch(server.url);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toBe(SITE_CSP);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-cache");
  });

  test("the single file, without that policy: it has its own", async () => {
    const { status, headers } = await fetch(`${server.url}proofground.html`);
    expect(status).toBe(200);
    expect(headers.has("content-security-policy")).toBe(false);
  });

  test("the binary, with the type that streaming needs, compressed, kept for good", async () => {
    const response = await fetch(`${server.url}assets/solver-AbCd_123.wasm`, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await response.text()).toBe("wasm".repeat(100));
  });

  test("nothing else", async () => {
    expect((await fetch(`${server.url}nothing`)).status).toBe(404);
    expect((await fetch(server.url, { method: "POST" })).status).toBe(405);
  });

  test("no file outside, also when the client does not tidy the path", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
        socket.write("GET /../secret HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      });
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("end", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
  });

  test("the next port where one is taken", async () => {
    const taken = Number(new URL(server.url).port);
    const other = await serveOnFreePort(site, taken);
    expect(Number(new URL(other.url).port)).toBeGreaterThan(taken);
    await other.close();
  });
});

test("the policies allow no inline code but what they hash, and no eval", () => {
  for (const policy of [SITE_CSP, singleFileCsp(["1"], "2")]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});
