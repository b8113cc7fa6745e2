// The words of this lab's tour.
export const tour = {
  out: {
    say: "Drag a point of the picture far out of the sphere.",
    came: "This point now has α = {alpha}, the most that ν allows: it cannot pull the sphere any harder. {outside} of {n} {n:point is|points are} outside.",
  },
  nu: {
    say: "Move ν to the right: let more points stay outside.",
    came: "With ν at {share} of the weights the squared radius is ρ = {rho}, and {outside} of {n} {n:point is|points are} outside.",
  },
  break: {
    say: "Open claim 2.2, then press “Break it”: the solver’s answer is changed on purpose.",
    came: "{failing} of {checks} {failing:check fails|checks fail}: the sphere is measured again, and the solver is not asked.",
  },
  mend: {
    say: "Press “Mend it”.",
    came: "Claim 2.2 holds, in all of its {checks} {checks:check|checks}.",
  },
  band: {
    say: "Open claim 2.5b, then press “Show the example for this claim”.",
    came: "Three points, of which ν lets exactly two stay outside: how large is the best circle?",
  },
  radius: {
    say: "In the plot of claim 2.5b, drag ρ along the flat floor.",
    came: "ρ = {rho} costs no more than the solver’s: every ρ from {lo} to {hi} is optimal. A larger circle costs just what it saves.",
  },
} as const;
