// The words of this lab's tour.
export const tour = {
  dial: {
    say: "Drag the handle of the dial: it moves the bias of the forget gate.",
    came: "At step {t} the gate of unit {unit} is now f = {f}: the cell keeps this share of what it has, and takes {rest} of what is new. One number decides both.",
  },
  break: {
    say: "Open claim 3b, then press “Break it”: a path of the gradient is left out.",
    came: "{failing} of {checks} {failing:check fails|checks fail}, beside gradients that are found another way.",
  },
  mend: {
    say: "Press “Mend it”.",
    came: "Claim 3b holds, in all of its {checks} {checks:check|checks}.",
  },
  flow: {
    say: "Open the stage “Gradient flow”.",
    came: "Here a larger cell runs for {T} {T:step|steps}. The picture shows how large the gradient is at each of them.",
  },
  open: {
    say: "Move the bias of the forget gate far to the right, to 4 or more: the gate opens.",
    came: "The first step gets {share} of the gradient at the last one. The open gate hands it back.",
  },
  shut: {
    say: "Now move it far to the left, to −4 or less: the gate shuts.",
    came: "If only f carried the gradient, the first step would get {alone} of it. It gets {share}: the rest goes through h, which the usual claim leaves out.",
  },
} as const;
