// The words of a tour that are not a lab's.
export const en = {
  label: "Tour",
  count: "Step {step} of {count}",
  next: "Next",
  back: "Back",
  skip: "Skip this step",
  show: "Show where",
  end: "End the tour",
  already: "This is done already. {came}",
  fresh: "The tour begins with the lab’s first example. Undo brings back what you had.",
  none: "This lab has no tour.",
  over: "The tour is over. It starts anew from the menu.",
} as const;
