// The heat maps of the steps in rows of equal length: none stands alone in a row of its own.
import type { BelowScene } from "./below-scene.ts";

/** As many in a row as fit, or fewer: then there are no more rows, and the last one is as full as it can be. */
export function perRow(count: number, width: number, each: number, gap: number): number {
  const fit = Math.max(1, Math.floor((width + gap) / (each + gap)));
  return Math.ceil(count / Math.ceil(count / fit));
}

export interface StepRows {
  /** After the maps have been drawn. */
  update(scene: BelowScene): void;
  dispose(): void;
}

/** @param host which the maps are drawn in */
export function mountStepRows(host: HTMLElement): StepRows {
  /** What the rows were last made for: a drag, which changes numbers only, measures nothing. */
  let made = "";
  let now: BelowScene | null = null;

  function update(scene: BelowScene): void {
    now = scene;
    const key = `${scene.T} ${scene.columns} ${host.clientWidth}`;
    if (key === made) return;
    const box = host.querySelector<HTMLElement>(".heat-steps");
    if (box === null) return;
    made = key;
    const maps = [...box.querySelectorAll<HTMLElement>(".heat-map > table")];
    const widest = Math.max(...maps.map((map) => map.offsetWidth));
    const gap = Number.parseFloat(getComputedStyle(box).columnGap) || 0;
    box.style.setProperty("--in-row", String(perRow(scene.T, box.clientWidth, widest, gap)));
  }
  const resized = new ResizeObserver(() => {
    if (now !== null) update(now);
  });
  resized.observe(host);
  return { update, dispose: () => resized.disconnect() };
}
