// What can be saved, and how a file is handed to the browser.

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
