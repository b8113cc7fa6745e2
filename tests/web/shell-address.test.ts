import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AddressWindow, createAddressBar } from "../../web/host/address.ts";

class FakeWindow implements AddressWindow {
  location = { hash: "", href: "http://localhost/a/" };
  listeners = new Set<() => void>();
  written: string[] = [];
  history = {
    replaceState: (_data: unknown, _unused: string, url: string) => {
      this.written.push(url);
      this.set(url.startsWith("#") ? url : "");
    },
  };
  set(hash: string) {
    this.location.hash = hash;
    this.location.href = `http://localhost/a/${hash}`;
  }
  navigate(hash: string) {
    this.set(hash);
    for (const listener of this.listeners) listener();
  }
  addEventListener(_: "hashchange", listener: () => void) {
    this.listeners.add(listener);
  }
  removeEventListener(_: "hashchange", listener: () => void) {
    this.listeners.delete(listener);
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("createAddressBar", () => {
  it("writes once, after the last change, and only the newest", async () => {
    const page = new FakeWindow();
    const bar = createAddressBar(page, () => undefined);
    for (const hash of ["#a", "#b", "#c"]) {
      bar.write(async () => hash);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(page.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.written).toEqual(["#c"]);
  });

  it("obeys a pasted link and forgets what was due", async () => {
    const page = new FakeWindow();
    const seen: string[] = [];
    const bar = createAddressBar(page, (hash) => seen.push(hash));
    bar.write(async () => "#mine");
    page.navigate("#theirs");
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual(["#theirs"]);
    expect(page.written).toEqual([]);
    bar.dispose();
    page.navigate("#later");
    expect(seen).toEqual(["#theirs"]);
  });

  it("drops a packing that a navigation overtook", async () => {
    const page = new FakeWindow();
    const bar = createAddressBar(page, () => undefined);
    let finish: (hash: string) => void = () => undefined;
    bar.write(() => new Promise((resolve) => (finish = resolve)));
    await vi.advanceTimersByTimeAsync(1000);
    page.navigate("#theirs");
    finish("#mine");
    await vi.advanceTimersByTimeAsync(0);
    expect(page.location.hash).toBe("#theirs");
  });

  it("leaves a link alone that was followed and is not told of yet", async () => {
    const page = new FakeWindow();
    const bar = createAddressBar(page, () => undefined);
    let finish: (hash: string) => void = () => undefined;
    bar.write(() => new Promise((resolve) => (finish = resolve)));
    await vi.advanceTimersByTimeAsync(1000);
    page.set("#theirs");
    finish("#mine");
    await vi.advanceTimersByTimeAsync(0);
    // Nor where it was followed before the making began.
    bar.write(async () => "#mine");
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.written).toEqual([]);
    page.navigate("#theirs");
    bar.write(async () => "#ours");
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.written).toEqual(["#ours"]);
  });

  it("flushes for sharing, and says when there is too much", async () => {
    const page = new FakeWindow();
    const bar = createAddressBar(page, () => undefined);
    bar.write(async () => "#now");
    expect(await bar.flush()).toBe("http://localhost/a/#now");
    expect(bar.written).toBe("http://localhost/a/#now");
    bar.write(async () => null);
    expect(await bar.flush()).toBeNull();
    // The address still names an earlier state: who needs one at once is not given that.
    expect(bar.written).toBeNull();
    expect(page.location.hash).toBe("#now");
    bar.write(async () => "");
    expect(await bar.flush()).toBe("http://localhost/a/");
  });

  it("waits for an address that is being packed when asked for it", async () => {
    const page = new FakeWindow();
    const bar = createAddressBar(page, () => undefined);
    const finish: ((hash: string) => void)[] = [];
    const packed = () => new Promise<string>((resolve) => finish.push(resolve));
    bar.write(packed);
    await vi.advanceTimersByTimeAsync(1000);
    const asked = bar.flush();
    bar.write(packed);
    await vi.advanceTimersByTimeAsync(1000);
    finish[1]?.("#newer");
    finish[0]?.("#older");
    expect(await asked).toBe("http://localhost/a/#newer");
  });

  it("lives in documents that refuse an address", async () => {
    const page = new FakeWindow();
    page.history.replaceState = () => {
      throw new Error("SecurityError");
    };
    const bar = createAddressBar(page, () => undefined);
    bar.write(async () => "#x");
    await expect(bar.flush()).resolves.toBe("http://localhost/a/#x");
  });
});
