// What this lab asks before a control shows what it does.
export const predict = {
  slack: { ask: "What will the sum of all slacks do?", name: "The sum of all slacks" },
  supports: { ask: "Which points will be support vectors?", name: "Support vectors" },
  supportCount: { ask: "What will the number of support vectors do?", name: "The number of support vectors" },
  fitAt: { ask: "Where will the fit be at x = {at}?", name: "The fit at x = {at}" },
} as const;
