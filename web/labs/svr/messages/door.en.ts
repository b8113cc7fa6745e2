// The words of this lab on the front door.
export const door = {
  action: "Drag the blue point out of the tube.",
  point: "Reading at x = {x}",
  at: "y = {y}",
  describe:
    "{n} {n:reading|readings}, the fitted curve and its tube of half width {tube}: it rests on {sv}, those on the edge of the tube or outside.",
  inside: "Inside the tube, α = {alpha}: the curve does not feel this point. Drag it further.",
  edge: "On the edge of the tube, α = {alpha}: from here on the point pulls. Drag it further.",
  outside:
    "It left the tube: its α went from {before} to {alpha}, the most that C allows, and its slack is ξ = {xi}. The curve now rests on {sv} of {n} {n:point|points}; before, it rested on {svBefore}.",
} as const;
