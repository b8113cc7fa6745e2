// The words of this lab's tour.
export const tour = {
  mean: {
    say: "Drag the mean of q, the dot m, in the picture.",
    came: "The bound now misses log p(x) by {gap} {gap:nat|nats}: just KL(q ‖ posterior), whichever way you drag.",
  },
  best: {
    say: "Press “Best q”.",
    came: "{gap} {gap:nat|nats} are left: the posterior is tilted, and a q without correlation never fits it.",
  },
  break: {
    say: "Open claim 4v1, then press “Break it”: a term of the bound is changed on purpose.",
    came: "{failing} of {checks} {failing:check fails|checks fail}: the terms do not add up to log p(x) any more.",
  },
  mend: {
    say: "Press “Mend it”.",
    came: "Claim 4v1 holds, in all of its {checks} {checks:check|checks}.",
  },
  straight: {
    say: "Choose “A straight posterior” from the menu.",
    came: "This posterior has no tilt. Now the bound misses log p(x) by {gap} {gap:nat|nats}.",
  },
  closed: {
    say: "Press “Best q” again.",
    came: "The gap is {gap}: q is the posterior itself, and the bound is log p(x) = {logPx}. Nothing is lost but what q cannot be.",
  },
} as const;
