// The page's one loudspeaker: one sound at a time, never loud, never by itself. It is opened by a press and by nothing else.
import { createNotifier } from "../../host/notify.ts";
import { sound as words } from "../messages/sound.en.ts";
import type { Schedule } from "./curve.ts";
import { SECONDS } from "./curve.ts";
import { sounding } from "./on.ts";
import { HIGHEST, LOWEST } from "./pitch.ts";

/** Peaks. A tone, a tick and a click at once stay below a quarter of full scale, which is -12 dBFS. */
export const PEAK = { tone: 0.13, note: 0.08, tick: 0.05, click: 0.05 } as const;
/** Up and down again, so that nothing cracks, s. */
const RAMP = 0.015;
/** A tone on its own, a tick or a click, s. */
const NOTE = 0.09;
const BURST = 0.025;
/** Of a tick, Hz: above all tones. */
const TICK = 1760;
/** From the order to the first sound, s. */
const LEAD = 0.03;
/** How far to the sides the ends of an axis are. */
const WIDE = 0.8;
/** An arrival: three notes upwards, which nothing else here does. */
const ARRIVAL = [2 * LOWEST, 3 * LOWEST, HIGHEST] as const;
/** A browser that has not let sound begin by then will not, ms. */
const PATIENCE = 1500;
/** Of silence, until the device is let go, ms. */
const REST = 1000;

let context: AudioContext | null = null;
/** Ends what sounds now. */
let stopNow: (() => void) | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;
const onSilence = new Set<() => void>();

/** Everything is quiet, and stays so until the next press. */
export function silence(): void {
  sounding.note = null;
  stopNow?.();
  for (const each of onSilence) each();
}

export function whenSilenced(listener: () => void): void {
  onSilence.add(listener);
}

const stop = () => stopNow?.();
document.addEventListener("keydown", ({ key }) => key === "Escape" && silence(), true);
document.addEventListener("visibilitychange", stop);
window.addEventListener("pagehide", stop);

/** Into the page's messages. */
export const say = (sentence: string): void =>
  createNotifier(document.querySelector(".toasts")?.parentElement ?? document.body)(sentence, "trouble");

/** To be called after a press. @returns whether there is sound; where there is none, the reader has been told why */
export async function open(): Promise<boolean> {
  try {
    context ??= new AudioContext();
  } catch {
    say(words.none);
    return false;
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  // Without a device it neither begins nor fails.
  await Promise.race([context.resume().catch(() => undefined), late]);
  if (context.state === "running") {
    sounding.note = note;
    return true;
  }
  say(words.refused);
  return false;
}

/** Ends what sounds, and prepares for the next. @param ended called once, whether it ends or is stopped */
function begin(seconds: number, ended: () => void) {
  if (context === null) return null;
  stopNow?.();
  clearTimeout(resting);
  if (context.state !== "running") void context.resume();
  const device = context;
  const out = device.createGain();
  const pan = device.createStereoPanner();
  pan.connect(out).connect(device.destination);
  const from = device.currentTime + LEAD;
  const all: OscillatorNode[] = [];

  function finish(): void {
    if (stopNow !== cut) return;
    stopNow = null;
    resting = setTimeout(() => stopNow === null && void device.suspend(), REST);
    ended();
  }
  function cut(): void {
    out.gain.setValueAtTime(1, device.currentTime);
    out.gain.linearRampToValueAtTime(0, device.currentTime + RAMP);
    for (const each of all) each.stop(device.currentTime + RAMP);
    finish();
  }
  stopNow = cut;

  /** An oscillator from one time to another, through a gain that is 0. */
  function voice(type: OscillatorType, since: number, until: number) {
    const oscillator = device.createOscillator();
    const { frequency } = oscillator;
    const gate = device.createGain();
    oscillator.type = type;
    gate.gain.setValueAtTime(0, since);
    oscillator.connect(gate).connect(pan);
    oscillator.start(since);
    oscillator.stop(until + RAMP);
    all.push(oscillator);
    return { oscillator, frequency, gain: gate.gain };
  }

  function burst(type: OscillatorType, at: number, pitch: number, peak: number, length: number): void {
    const { frequency, gain } = voice(type, at, at + length);
    frequency.setValueAtTime(pitch, at);
    gain.linearRampToValueAtTime(peak, at + length / 4);
    gain.linearRampToValueAtTime(0, at + length);
  }

  // Silent: it ends when all has been heard.
  voice("sine", from, from + seconds).oscillator.onended = finish;
  return { from, pan: pan.pan, voice, burst };
}

/** Whether it would be heard: who is elsewhere hears nothing of this page. */
const isHeard = () => context !== null && !document.hidden;

/** One short tone. */
export function note(pitch: number): void {
  if (!isHeard() || Number.isNaN(pitch)) return;
  const sounding = begin(NOTE, () => undefined);
  sounding?.burst("triangle", sounding.from, pitch, PEAK.note, NOTE);
}

/** A run has come to its end. */
export function arrival(): void {
  if (!isHeard()) return;
  const sounding = begin(ARRIVAL.length * NOTE, () => undefined);
  for (const [k, pitch] of ARRIVAL.entries())
    sounding?.burst("triangle", sounding.from + k * NOTE, pitch, PEAK.note, NOTE);
}

/** A curve from left to right. @returns what stops it */
export function play({ tone, ticks, clicks }: Schedule, ended: () => void): () => void {
  const sounding = begin(SECONDS, ended);
  if (sounding === null) return () => undefined;
  const { from, pan, voice, burst } = sounding;
  pan.setValueAtTime(-WIDE, from);
  pan.linearRampToValueAtTime(WIDE, from + SECONDS);

  const { frequency, gain } = voice("triangle", from, from + SECONDS + NOTE);
  /** When the tone began that sounds; null in a gap. */
  let since: number | null = null;
  let last = from;
  const close = () => {
    if (since === null) return;
    // A single value between two gaps is heard, too.
    const at = Math.max(last, since + NOTE / 2);
    gain.setValueAtTime(PEAK.tone, at);
    gain.linearRampToValueAtTime(0, at + RAMP);
    since = null;
  };
  for (const { at, pitch } of tone) {
    const when = from + at;
    if (Number.isNaN(pitch)) close();
    else if (since === null) {
      since = when;
      frequency.setValueAtTime(pitch, when);
      gain.setValueAtTime(0, when);
      gain.linearRampToValueAtTime(PEAK.tone, when + RAMP);
    } else frequency.exponentialRampToValueAtTime(pitch, when);
    last = when;
  }
  close();
  for (const at of ticks) burst("sine", from + at, TICK, PEAK.tick, BURST);
  // Those outside sound sharper.
  for (const { at, pitch, outside } of clicks) burst(outside ? "square" : "sine", from + at, pitch, PEAK.click, BURST);
  const mine = stopNow;
  return () => mine === stopNow && mine?.();
}
