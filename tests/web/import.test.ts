import { beforeEach, describe, expect, it, vi } from "vitest";
import { mountImport } from "../../web/host/import.ts";
import type { ImportDialog, ImportOptions } from "../../web/host/import-types.ts";

const events: string[] = [];
const load = vi.hoisted(() => ({ fails: false }));
vi.mock("../../web/host/import-dialog.ts", () => ({
  mountImportDialog: (): ImportDialog => {
    if (load.fails) throw new Error("offline");
    events.push("loaded");
    return {
      open: () => void events.push("open"),
      take: () => void events.push("file"),
      takeText: (text) => void events.push(text),
      dispose: () => void events.push("disposed"),
    };
  },
}));

const root = {} as HTMLElement;
const options = { notify: () => void events.push("notified") } as unknown as ImportOptions;

const loaded = () => vi.waitFor(() => expect(events.length).toBeGreaterThan(0));

beforeEach(() => {
  events.length = 0;
  load.fails = false;
});

describe("mountImport", () => {
  it("loads the dialog when it is first needed, and once", async () => {
    const dialog = mountImport(root, options);
    expect(events).toEqual([]);
    dialog.open();
    dialog.takeText("1,2");
    await loaded();
    dialog.take(new Blob());
    await Promise.resolve();
    expect(events).toEqual(["loaded", "open", "1,2", "file"]);
  });

  it("says so where it cannot be loaded, and tries again the next time", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    load.fails = true;
    const dialog = mountImport(root, options);
    dialog.open();
    await loaded();
    expect(events).toEqual(["notified"]);
    load.fails = false;
    events.length = 0;
    dialog.open();
    await loaded();
    expect(events).toEqual(["loaded", "open"]);
  });

  it("leaves nothing behind where the page is left while it loads", async () => {
    const dialog = mountImport(root, options);
    dialog.open();
    dialog.dispose();
    await loaded();
    await vi.waitFor(() => expect(events).toContain("disposed"));
    expect(events).not.toContain("open");
  });
});
