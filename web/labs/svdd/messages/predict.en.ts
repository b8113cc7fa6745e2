// What this lab asks before a control shows what it does.
export const predict = {
  outside: { ask: "Which points will lie outside the sphere?", name: "Points outside" },
  outsideCount: { ask: "What will the number of points outside do?", name: "The number of points outside" },
  supportCount: { ask: "What will the number of support vectors do?", name: "The number of support vectors" },
  radius: { ask: "What will the squared radius ρ do?", name: "The squared radius ρ" },
  radiusPlace: { ask: "What will the squared radius ρ be?", name: "The squared radius ρ" },
} as const;
