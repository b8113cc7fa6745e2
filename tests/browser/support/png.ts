// PNG files as far as the pictures need them: Chromium's screenshots are read (8 bits a channel, not interlaced), and pictures with
// a palette are written and read.
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Pixels, row by row from the top: red, green, blue in 0..255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** (height*width*3) */
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const PALETTE = 3;
const RGBA = 6;

/** @throws where it is no such file */
export function decode(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("no PNG file");
  const parts = new Map<string, Buffer[]>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    parts.set(type, [...(parts.get(type) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const part = (type: string) => Buffer.concat(parts.get(type) ?? []);
  const header = part("IHDR");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, type, interlaced] = [header[8], header[9], header[12]];
  const channels = { [RGB]: 3, [PALETTE]: 1, [RGBA]: 4 }[type ?? 0];
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error("a kind of PNG that is not read here");
  const bytes = unfiltered(inflateSync(part("IDAT")), width * channels, height, channels);
  const palette = part("PLTE");
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; ++i) {
    for (let k = 0; k < 3; ++k) {
      rgb[3 * i + k] = (type === PALETTE ? palette[3 * (bytes[i] ?? 0) + k] : bytes[channels * i + k]) ?? 0;
    }
  }
  return { width, height, rgb };
}

/** The rows of a file, each of which begins with the way in which it is predicted from its neighbours. */
function unfiltered(data: Buffer, stride: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(stride * height);
  for (let row = 0; row < height; ++row) {
    const filter = data[row * (stride + 1)];
    for (let i = 0; i < stride; ++i) {
      const at = row * stride + i;
      const left = i < step ? 0 : (bytes[at - step] ?? 0);
      const up = row === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = i < step || row === 0 ? 0 : (bytes[at - stride - step] ?? 0);
      bytes[at] = (data[row * (stride + 1) + 1 + i] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return bytes;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const sum = left + up - corner;
      const [byLeft, byUp, byCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      throw new Error(`unknown filter ${filter}`);
  }
}

/** As a PNG file with a palette of at most 256 colours: each is the mean of colours that differ by less than 32 a channel. */
export function encode({ width, height, rgb }: Picture): Buffer {
  const { colours, indices } = reduced(rgb);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; ++row)
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(colours)),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Lower bits of a channel that do not make another colour. */
const SHARED = 5;

/** Colours that share the other bits of each channel are one; of these the 256 most frequent are kept. */
function reduced(rgb: Uint8Array): { colours: number[]; indices: Uint8Array } {
  const cellOf = (i: number) =>
    (((rgb[3 * i] ?? 0) >> SHARED) << 16) |
    (((rgb[3 * i + 1] ?? 0) >> SHARED) << 8) |
    ((rgb[3 * i + 2] ?? 0) >> SHARED);
  const count = rgb.length / 3;
  const sums = new Map<number, [count: number, red: number, green: number, blue: number]>();
  for (let i = 0; i < count; ++i) {
    const cell = cellOf(i);
    const sum = sums.get(cell) ?? [0, 0, 0, 0];
    sum[0] += 1;
    for (const k of [0, 1, 2] as const) sum[k + 1] = (sum[k + 1] ?? 0) + (rgb[3 * i + k] ?? 0);
    sums.set(cell, sum);
  }
  const cells = [...sums]
    .map(([cell, [n, ...channels]]) => ({ cell, n, colour: channels.map((sum) => Math.round(sum / n)) }))
    .sort((a, b) => b.n - a.n || a.cell - b.cell);
  const kept = cells.slice(0, 256);
  const indexOf = new Map(kept.map(({ cell }, index) => [cell, index]));
  for (const { cell, colour } of cells.slice(256)) {
    const far = kept.map((other) => other.colour.reduce((sum, value, k) => sum + (value - (colour[k] ?? 0)) ** 2, 0));
    indexOf.set(cell, far.indexOf(Math.min(...far)));
  }
  const indices = Uint8Array.from({ length: count }, (_, i) => indexOf.get(cellOf(i)) ?? 0);
  return { colours: kept.flatMap(({ colour }) => colour), indices };
}
