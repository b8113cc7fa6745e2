// The words in the pictures of the claims of problem 2, in English. They are loaded with the pictures.
export const claimPlots = {
  ledger: {
    caption:
      "Each bar starts where the one above ended; the last is their sum L. The dashed line is L at the saddle. Move one point's multipliers: L never passes the line.",
    terms: ["ρ", "(1/ν) Σ C ξ", "Σ α (d² − ρ − ξ)", "− Σ β ξ", "− γ ρ"],
    turned: { row: 3, name: "+ Σ β ξ" },
    wrongTerms: {
      radius: { row: 2, name: "Σ α (d² − √ρ − ξ)" },
      "no-nu": { row: 1, name: "Σ C ξ" },
      gamma: { row: 4, name: "no − γ ρ" },
    },
    alpha: "α of the point",
    beta: "β of the point",
    gamma: "γ",
    drawsCaption:
      "Upper row: the optimal ρ, μ, ξ with random multipliers. Lower row: random ρ, μ, ξ with the optimal multipliers. Horizontally how far L lies from its saddle value L*, on a logarithmic scale to either side. A cross lies on the wrong side.",
    sides: ["other multipliers", "other ρ, μ, ξ"],
    agreeName: "L added up in two ways",
    agreeCaption:
      "L at 200 random multipliers and random ρ, μ, ξ: term by term upwards, sorted by variable to the right. Both are the same function, so every dot lies on the diagonal. A cross does not. Logarithmic to either side of L*.",
    agreeDescribe: "Off the diagonal: {off} of {count} {count:draw|draws}.",
    byTerm: "L term by term",
    byVariable: "L sorted by variable",
  },
  duality: {
    caption:
      "Every iterate of the solver is feasible for the dual, so its value is a lower bound; the primal for the same centre, with the best ρ, is an upper one.",
    shapes: "Why ρ and not R",
    shapesCaption:
      "The allowed pairs for point {point}: d² ≤ R² + ξ to the left, d² ≤ ρ + ξ to the right. The chord on the left leaves the set, so in R the problem is not convex; in ρ = R² the same set is a half plane.",
    shapesDescribe:
      "In R the allowed set is not convex: the middle of a chord misses it by {shortfall}. In rho it is a half plane.",
    axisR: "R",
    axisRho: "ρ",
    axisXi: "ξ",
    inR: "in R",
    inRho: "in ρ = R²",
    slater: "Slater point: μ = 0, every ξ at least {xi}, ρ",
    setName: "The set A of the proof and the line that supports it",
    setCaption:
      "If every d² may exceed ρ + ξ by u, the least cost is the green curve; A is what lies on it or above it. The curve is exact at each dot. The line through (0, D) of slope −Σ α lies below A and touches it at u = 0: P = D.",
    fan: "Here every slope between the two lines will do, one for each optimal sum of the α (claim 2.4).",
    setDescribe: "The line through (0, {dual}) has the slope {slope}; the cost that was judged is {cost}.",
    cost: "least cost p(u)",
    support: "line through (0, D)",
    axisU: "violation u",
    axisT: "cost t",
    verticalName: "Without a Slater point",
    verticalCaption:
      "Another problem: the least ρ with ρ² ≤ u. At u = 0 only ρ = 0 is feasible, and nothing is strictly. The nearer to u = 0, the steeper are the chords: every line with a slope cuts the set, and only the vertical one, κ = 0, supports it. Step 6 needs the Slater point.",
    costVertical: "p(u) = −√u",
    vertical: "κ = 0",
  },
  dualFunction: {
    name: "L at other centres, beside θ",
    caption:
      "At the optimal α every dot is L at one centre μ′, by its distance from μ. They lie on a parabola whose lowest point, at distance 0, is θ.",
    captionBroken:
      "With γ too large by 1/2 a term −ρ/2 is left in L. Every dot is L at one centre μ′ and one ρ: as ρ grows, the dots fall below θ, the dashed line, and there is no lowest one. The pale dots are where they belong.",
    axisDistance: "|μ′ − μ|",
    axisL: "L",
    theta: "θ",
    rideName: "L where an equality is violated",
    rideCaption:
      "With 1 − |α|₁ − γ or C/ν − α − β at −1/2 instead of 0, L falls without limit along ρ or along that ξ: θ is −∞ there, and such multipliers give no bound.",
    rideDescribe:
      "L falls from {rhoFrom} to {rhoTo} along rho and from {xiFrom} to {xiTo} along xi, and on without end.",
    rideRho: "along ρ, γ too large by 1/2",
    rideXi: "along ξ, β too large by 1/2",
    axisRide: "ρ or ξ",
    sum: "|α|₁",
    envelopeName: "θ as the lowest of all lines",
    envelopeCaption:
      "From other feasible α (left) to the optimal ones (right). L at one centre is a straight line in α: each thin line is one. The thick curve is θ from the formula. It lies below every line and touches each at the dot, where that centre is the best: so θ is concave.",
    envelopeBroken:
      "Each line should touch the dashed curve at its dot, and none should go below it. The pale curve is θ as it is.",
    envelopeDescribe: "{lines} {lines:line lies|lines lie} above the curve, touching it; it ends at {theta}.",
    right: "θ as it is",
    judged: "θ with the mistake",
    line: "L at one centre",
    axisT: "from other α (0) to the optimal α (1)",
    describe: "Over {count} {count:centre|centres} L is at least {least}; theta is {theta}.",
  },
  simplified: {
    name: "Objective (10) along the ray s α̂",
    caption:
      "Only the sum s = |α|₁ varies, the proportions stay. The objective grows along a straight line, up to where the sum reaches 1 or a multiplier reaches C/ν. Beyond that is not allowed.",
    captionBroken:
      "The dashed line is what was judged, and the square is its sum. The pale line is (10) along the ray of the solver's α.",
    axisS: "s = |α|₁",
    axisObjective: "objective (10)",
    face: "a multiplier reaches C/ν at s",
    least: "least |α|₁ of an optimal solution",
    range: "optimal sums",
    allowed: "allowed",
    up: "slope of the steepest pair of α",
    gain: "gain on the way up",
    describe:
      "Along the ray the objective rises to {value} at s = 1; a multiplier reaches its bound at s = {face}; optimal sums start at {least}.",
  },
  centre: {
    name: "Spring forces on the centre",
    caption:
      "Each point pulls the centre with a spring of strength α. Laid end to end, the forces come back to where they started: that is what makes μ the centre.",
    captionKernel:
      "The centre lies in feature space and has no coordinates here. What can be drawn is how hard each point pulls: α times its distance.",
    chain: "forces, end to end",
    start: "start",
    left: "what is left over",
    captionBroken:
      "Laid end to end, the forces on the moved centre do not come back to where they started: the dashed arrow is their sum, which pulls the centre back.",
    captionBalanced:
      "These forces come back to their start, too: a weighted mean balances its own weights, whatever they are. The cost shows that this centre is not the best.",
    pull: "pull α |φ(x) − μ|",
    axisPoint: "point, by its pull",
    residual: "|Σ α (φ(x) − μ)|²",
    costName: "Cost of the best ball about a centre that is moved",
    costCaption:
      "The cost of the best ball about μ and about centres on the line to the farthest point: none of them costs less than μ.",
    costBroken:
      "The cost of the best ball about μ, the square, and about centres on the line to the cheapest one that was found, the dot. The red piece is what μ costs too much.",
    costDescribe: "The best ball about mu costs {here}; the cheapest that was found costs {least}.",
    axisDistance: "distance of the centre from μ",
    axisCost: "cost of the best ball",
    mu: "μ",
    here: "cost at μ",
    least: "least cost found",
    columns: "{x} and {y} of the forces",
    describe: "{count} {count:point pulls|points pull}; the squared length of the sum of their forces is {residual}.",
  },
  radius: {
    name: "Cost h of the squared radius ρ",
    caption:
      "Drag to try another ρ, or use the arrow keys: the dashed circle in the main picture follows. The two short lines are the slopes to the left and to the right of it.",
    brokenCaption: "The mark is the broken ρ, with the slopes to its left and right. Mend the claim to try another ρ.",
    wrongCaption: "The dashed line is h as the mistake has it, with its own minimisers.",
    axisRho: "squared radius ρ",
    axisH: "h(ρ)",
    setLabel: "minimisers of h",
    reset: "Back to the solver's ρ",
    pick: "ρ",
    value: "h(ρ)",
    slopes: "slopes of h left, right",
    set: "minimisers",
    claimed: "minimisers with the mistake",
    minimum: "least h",
    trial: {
      pass: "Your ρ is a minimiser of h.",
      fail: "Your ρ is not a minimiser: h(ρ) is {excess} above the least h.",
      broken: "The broken ρ is not a minimiser: h(ρ) is {excess} above the least h.",
      brokenMinimises: "The broken ρ is a minimiser of h, too.",
    },
    describe: "rho is {pick}, h there {value}, slope {left} to the left and {right} to the right; minimisers: {set}",
  },
  interval: {
    name: "Weight outside, S(ρ), against ν",
    caption:
      "S(ρ) is the weight of the points farther out than ρ: a staircase that comes down by C at each d². The interval (11) starts where it reaches ν and ends where it is first below. Where a step lies exactly at ν, ρ is a whole interval.",
    brokenCaption: "Red: what the mistake has instead.",
    claimedCaption: "The red arrow goes from the lower end that the mistake gives to its upper one.",
    claimed: "ends with the mistake",
    claimedEnds: "{lower}, {upper}",
    broken: "broken ρ",
    axisS: "weight outside S",
    level: "ν",
    setLabel: "interval (11)",
    weight: "S(ρ)",
    lower: "lower end, first S ≤ ν",
    upper: "upper end, first S < ν",
    width: "its length",
    describe:
      "S falls from {most} to 0; nu is {nu}; the interval is {set}; at rho = {pick} the weight outside is {weight}.",
  },
  slack: {
    name: "Slack of every point",
    caption:
      "Points by distance. The part of a bar above the line ρ is the slack ξ. Where ρ is an interval, so is every slack: the pale caps show it for both ends. Red on a broken claim: what a slack has too much, or, pale, what it lacks.",
    axisPoint: "point, from the nearest to the farthest",
    axisD2: "squared distance d²",
    d2: "d² of the point",
    xi: "its slack ξ",
    xiRange: "ξ for the ends of the interval",
    rho: "ρ",
    copy: "copy",
    describe: "{outside} of {n} {n:point|points} {outside:has|have} slack; the largest is {largest}.",
  },
  staircase: {
    name: "Staircase of the KKT cases",
    caption:
      "Each point at d² − ρ and α ν / C; the line is where an optimal one has to be. The shaded strip is the band that counts as d² = ρ. Click a point, or step along the line with the arrow keys. On a broken claim the dashed line is where the mistake puts the staircase.",
    axisExcess: "d² − ρ",
    axisAlpha: "α as a share of C/ν",
    rules: [
      { excess: "< 0", alpha: "0", xi: "0" },
      { excess: "= 0", alpha: "0 … C/ν", xi: "0" },
      { excess: "> 0", alpha: "C/ν", xi: "d² − ρ" },
    ],
    columns: { kase: "point is", excess: "d² − ρ", alpha: "α", xi: "ξ" },
    tableCaption:
      "C/ν of the selected point is {box}. Its row holds its own numbers; its relative distance to the staircase is {distance}.",
    describe: "Points by case: {outside} outside, {boundary} on the sphere, {inside} inside.",
    describePoint: "Point {point} is {name}.",
  },
  nu: {
    name: "Shares outside and not inside, as ν goes from 0 to 1",
    caption:
      "For every ν the share of points strictly outside is at most ν and the share on or outside is at least ν: the diagonal runs between the two. Drag to set ν; it snaps to multiples of 1/n, where a step lies exactly on the diagonal.",
    brokenCaption: "Red marks lie on the wrong side of the diagonal; the pale ones are where they belong.",
    axisNu: "ν",
    axisShare: "share of the points",
    outside: "outside",
    notInside: "on or outside",
    shares: "{outside} {below} {nu} {above} {notInside}",
    now: "at this ν",
    broken: "broken",
    swept: "values of ν that counted",
    counted: "{counted} of {tried}",
    sample: "These are many points: the values of ν are tried on 1000 of them, evenly spaced.",
    added: "points of weight 0",
    describe: "At nu = {nu} the share outside is {outside} and the share on or outside {notInside}.",
  },
} as const;
