// The words of this lab on the front door.
export const door = {
  action: "Drag the blue point out of the tube.",
  caption:
    "A curve and the tube around it, fitted to noisy points. The curve rests only on the coloured ones, at the edge of the tube or outside.",
  point: "Point at x = {x}",
  at: "y = {y}",
  describe:
    "{n} {n:point|points}, the fitted curve and its tube of half width {tube}: it rests on {sv}, those on the edge of the tube or outside.",
  inside: "Inside the tube, α = {alpha}: the curve does not feel this point. Drag it further.",
  edge: "On the edge of the tube, α = {alpha}: from here on the point pulls. Drag it further.",
  outside:
    "It left the tube: its α went from {before} to {alpha}, the most that C allows. Its distance to the tube, the slack, is ξ = {xi}. The curve now rests on {sv} of {n} {n:point|points}; before, on {svBefore}.",
} as const;
