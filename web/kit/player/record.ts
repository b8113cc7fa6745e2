// Recording of what is played, as WebM: for each frame the layers of the plot are drawn onto one canvas, and the browser encodes it.
import type { Surface } from "../../plot/surface.ts";

/** Whether this browser can record a canvas. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && "captureStream" in HTMLCanvasElement.prototype && typeOf() !== null;
}

function typeOf(): string | null {
  const types = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];
  return types.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

export interface Recording {
  /** Record the plot as it is now. */
  frame(): void;
  /** @returns the film */
  stop(): Promise<Blob>;
}

/** The last frame stays for this long, ms: it is the result, and an encoder needs some time. */
const LINGER = 800;

/** Begin. @returns when the encoder accepts frames @throws where the browser refuses after all */
export async function record(surface: Surface<string>): Promise<Recording> {
  const type = typeOf();
  const layers = [...surface.host.querySelectorAll("canvas")];
  const [first] = layers;
  const canvas = document.createElement("canvas");
  // Encoders want even sides.
  canvas.width = 2 * Math.ceil((first?.width ?? 2) / 2);
  canvas.height = 2 * Math.ceil((first?.height ?? 2) / 2);
  const context = canvas.getContext("2d");
  if (context === null || type === null) throw new Error("no 2d canvas");
  const paint = () => {
    context.fillStyle = surface.theme.surface;
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const layer of layers) context.drawImage(layer, 0, 0);
  };
  paint();
  const stream = canvas.captureStream(60);
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 8_000_000 });
  const parts: Blob[] = [];
  const over = new Promise<Blob>((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onerror = () => reject(new Error("MediaRecorder"));
    recorder.onstop = () => resolve(new Blob(parts, { type: "video/webm" }));
  });
  const begun = new Promise<void>((resolve, reject) => {
    recorder.onstart = () => resolve();
    over.catch(reject);
  });
  recorder.start();
  await begun;
  return {
    frame: paint,
    async stop() {
      const until = performance.now() + LINGER;
      while (performance.now() < until) {
        paint();
        await new Promise(requestAnimationFrame);
      }
      recorder.stop();
      const film = await over;
      for (const track of stream.getTracks()) track.stop();
      return film;
    },
  };
}
