// The words of this lab's tour.
export const tour = {
  out: {
    say: "Drag a point of the picture far out of the tube.",
    came: "This point now has α = {alpha}, the most that C allows: it cannot pull harder however far you take it. The curve rests on {sv} of {n} {n:point|points}.",
  },
  tube: {
    say: "Move ε to the right: widen the tube.",
    came: "With ε = {epsilon} the curve rests on {sv} of {n} {n:point|points}. The others have α = 0: without them it would be the same.",
  },
  break: {
    say: "Open claim 1b, then press “Break it”: a multiplier is changed on purpose.",
    came: "{failing} of {checks} {failing:check fails|checks fail}: the multipliers are measured again, and the solver is not asked.",
  },
  mend: {
    say: "Press “Mend it”.",
    came: "Claim 1b holds, in all of its {checks} {checks:check|checks}.",
  },
  tie: {
    say: "Open claim 1c1, then press “Show the example for this claim”.",
    came: "Two points pull up, two pull down, and none is on an edge of the tube: which b is best?",
  },
  offset: {
    say: "In the plot of claim 1c1, drag b along the flat floor.",
    came: "b = {b} costs no more than the solver’s: every b from {lo} to {hi} is optimal. The dual fixes an interval here, and no number.",
  },
} as const;
