// What can be saved, what files are called, and how one is handed to the browser.
import type { Surface } from "../plot/surface.ts";

export interface ExportItem {
  /** Stable, for tests and styles. */
  id: string;
  label: string;
  /** What is in it, a few words. */
  hint: string;
  /** Whether it can be made now. */
  ready: boolean;
  /** Whether its colours can be chosen. */
  picture?: boolean;
  /** @param onScreen of a picture: in the colours on screen, and not in the light ones */
  make: (onScreen: boolean) => ExportFile | Promise<ExportFile>;
}

export interface ExportFile {
  name: string;
  /** MIME type; of text with its charset. */
  type: string;
  data: string | Blob;
}

/**
 * The main picture and the open claim's, as files.
 * @param main null while there is nothing on it  @param parts what the names of the files begin with
 */
export type PictureItems = (
  main: Surface | null,
  parts: readonly string[],
  address: () => Promise<string | null>,
) => ExportItem[];

/** What there is to save now. @param pictures makes those that are pictures */
export type ExportItems = (pictures: PictureItems) => readonly ExportItem[];

/** A file name that every system takes, from words joined by hyphens: "svr-old-faithful-solution.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) =>
      part
        .normalize("NFKD")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  return `${name || "data"}.${extension}`;
}

/** How long a made file's address stays valid for the browser to fetch it, ms. */
const REVOKE_MS = 60_000;

/** Hand a file to the browser. */
export function download(file: ExportFile): void {
  const blob = typeof file.data === "string" ? new Blob([file.data], { type: file.type }) : file.data;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
}
