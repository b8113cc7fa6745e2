// What a press of "Listen" does: the curve is played once; pressed again, or with Escape, it stops. Loaded at the first press.
import { sound as words } from "../messages/sound.en.ts";
import { type Curve, scheduleOf } from "./curve.ts";
import { open, play, say } from "./speaker.ts";

/** How often it is looked whether the picture is still there, ms. */
const LOOK = 100;

const stops = new WeakMap<HTMLElement, () => void>();

/** @param curve left out or null: there is none yet */
export async function listen(button: HTMLElement, curve: Curve | null | undefined): Promise<void> {
  const playing = stops.get(button);
  if (playing !== undefined) {
    playing();
    return;
  }
  const schedule = curve ? scheduleOf(curve) : null;
  if (schedule === null || schedule.tone.every(({ pitch }) => Number.isNaN(pitch))) {
    say(words.nothing);
    return;
  }
  if (!(await open())) return;
  const stop = play(schedule, () => {
    clearInterval(look);
    stops.delete(button);
    button.removeAttribute("aria-pressed");
  });
  const look = setInterval(() => button.isConnected || stop(), LOOK);
  stops.set(button, stop);
  button.setAttribute("aria-pressed", "true");
}
