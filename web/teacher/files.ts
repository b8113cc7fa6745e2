// Files of a drop, a picker or a paste, as texts: bounded in number, depth and size, before anything is read of them.
import { LONGEST_FILE } from "../host/tasks/hand-in.ts";

export const MOST_FILES = 500;
/** Folders in folders. */
const DEEPEST = 8;
/** Files and folders looked at in one drop: what else lies there is not. */
const MOST_LOOKED_AT = 20_000;

/** Bytes: a character of what a person has typed may have four. */
export const LARGEST_FILE = LONGEST_FILE;
export const MEGABYTE = 1_000_000;

export interface Found {
  readonly name: string;
  read(): Promise<File>;
}

/** What systems put into folders and archives of their own accord. */
const isOurs = (name: string) => !/^(\.|__MACOSX|Thumbs\.db$|desktop\.ini$)/i.test(name);

const found = (file: File): Found => ({ name: file.webkitRelativePath || file.name, read: async () => file });

export const fromPicker = (files: FileList): Found[] =>
  [...files]
    .filter(({ name, webkitRelativePath }) => (webkitRelativePath || name).split("/").every(isOurs))
    .map((file) => found(file));

/** What an entry of a drop reports by two callbacks. */
const promised = <T>(begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => void) =>
  new Promise<T>(begin);

async function walk(entry: FileSystemEntry, path: string, room: { left: number }, into: Found[], depth: number) {
  if (--room.left < 0 || !isOurs(entry.name)) return;
  const name = path + entry.name;
  if (entry.isFile) {
    const read = () => promised<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    into.push({ name, read });
    return;
  }
  if (depth === 0) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is told in parts, the last of which is empty.
  for (;;) {
    const part = await promised<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0 || room.left < 0) return;
    for (const each of part) await walk(each, `${name}/`, room, into, depth - 1);
  }
}

/** @param transfer is only valid during its event: all of it is asked for before the first wait */
export async function fromDrop(transfer: DataTransfer): Promise<Found[]> {
  const entries = [...transfer.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files];
  if (entries.every((entry) => entry === null)) return plain.map((file) => found(file));
  const into: Found[] = [];
  const room = { left: MOST_LOOKED_AT };
  for (const entry of entries) if (entry !== null) await walk(entry, "", room, into, DEEPEST);
  return into;
}

/** @returns the text, or why there is none */
export async function textOf({ name, read }: Found): Promise<string | { fault: "too-large" | "unreadable" | "zip" }> {
  if (/\.(zip|7z|rar|gz|tgz)$/i.test(name)) return { fault: "zip" };
  try {
    const file = await read();
    return file.size > LARGEST_FILE ? { fault: "too-large" } : await file.text();
  } catch {
    return { fault: "unreadable" };
  }
}
