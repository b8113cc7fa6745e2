// Words of the proof panel that labs of points share, in English. A translation has the same shape.
export const claims = {
  stepperNote: "The stepper shows an iterate before the end: claims about the optimum need not hold yet.",
  noTheory: "The text of the proofs could not be loaded.",
  noPicture: "The picture of this claim could not be loaded.",
} as const;
