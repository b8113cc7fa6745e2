// The words of a player, in English. A translation has the same shape.
export const player = {
  label: "Step through",
  play: "Play",
  pause: "Pause",
  back: "One step back",
  forward: "One step on",
  first: "To the start",
  last: "To the end",
  position: "Position",
  caption: "step {k} of {count}",
  speed: "Speed",
  perSecond: "{count} a second",
  none: "There is nothing to step through yet.",
} as const;
