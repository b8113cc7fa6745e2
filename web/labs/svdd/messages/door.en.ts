// The words of this lab on the front door.
export const door = {
  action: "Drag the blue point out of the sphere.",
  caption: "The smallest sphere around the points; a share of them may stay outside. Only the coloured points hold it.",
  point: "Point that can be dragged",
  at: "{x}, {y}",
  describe:
    "{n} {n:point|points} and the smallest sphere that is allowed to leave some of them out. Its centre is at ({at}), its squared radius ρ = {rho}. {outside} {outside:point is|points are} outside. Lines lead from the centre to the points that hold it.",
  inside: "Inside the sphere, α = {alpha}: the sphere does not feel this point. Drag it further.",
  edge: "On the sphere, α = {alpha}: the point holds it now. Drag it further.",
  outside:
    "It left the sphere: its α went from {before} to {alpha}, the most that ν allows. The squared radius ρ went from {rhoBefore} to {rho}, and {outside} of {n} {n:point is|points are} outside.",
} as const;
