// The words in the pictures of the claims of problem 1, in English. They are loaded with the pictures.
export const claimPlots = {
  residual: "residual e",
  slack: "slack ξ",
  ledger: {
    caption:
      "Each bar starts where the one above ended; the last is their sum L. The dashed line is L at the saddle. Move one point's multipliers: L never passes the line.",
    brokenCaption:
      "Each bar starts where the one above ended; the last is their sum L. The dashed line is L at the saddle. With a mistake L need not stay below the line.",
    terms: ["½‖w‖²", "C Σ ξ", "Σ α (e − ε − ξ)", "Σ α* (−e − ε − ξ)", "− Σ β ξ"],
    turned: { row: 3, name: "Σ α* (e + ε + ξ)" },
    /** By the code of a mistake: the term that it changes, and its name then. */
    changed: {
      "tube-twice": { row: 2, name: "Σ α (e − 2ε − ξ)" },
      beta: { row: 4, name: "no Σ β ξ" },
      half: { row: 0, name: "‖w‖²" },
    } as Readonly<Record<string, { readonly row: number; readonly name: string }>>,
    alpha: "α of the point",
    alphaStar: "α* of the point",
    beta: "β of the point",
    drawsCaption:
      "Upper row: the optimal w, b, ξ with random multipliers. Lower row: random w, b, ξ with the optimal multipliers. Horizontally how far L lies from its saddle value L*, on a logarithmic scale to either side. A cross lies on the wrong side.",
    sides: ["other multipliers", "other w, b, ξ"],
  },
  dual: {
    caption:
      "Every iterate of the solver is feasible for the dual, so its value is a lower bound; the primal at the same iterate is an upper one. The optimum is between them, in the shaded band.",
    sum: "Σ (α − α*)",
    beta: "smallest β = C − α − α*",
    box: {
      name: "Multipliers of each point in the triangle and in the box",
      caption:
        "The two multipliers of every point. One slack per point allows the triangle α + α* ≤ C; one for each side would allow the whole box. At the optimum all points are on the two axes, αα* = 0.",
      brokenCaption:
        "The two multipliers of every point: open where the solver has them, red where the mistake puts them. The triangle is α + α* ≤ C; a slack for each side would allow the whole box.",
      axes: ["α", "α*"],
      triangle: "α + α* ≤ C",
      square: "box of two slacks",
      moved: "moved by the mistake",
      selected: "selected point",
      describe:
        "{inside} {inside:point|points} at 0, {axis} on the axes, {off} off them; {beyond} beyond the triangle.",
    },
  },
  offset: {
    name: "Cost g of the offset b",
    caption:
      "Drag to try another b, or use the arrow keys: the fit in the main picture moves along. The two short lines are the slopes to the left and to the right of it.",
    brokenCaption: "The mark is the broken b, with the slopes to its left and right. Mend the claim to try another b.",
    axisB: "offset b",
    axisG: "g(b)",
    setLabel: "minimisers of g",
    reset: "Back to the solver's b",
    pick: "b",
    value: "g(b)",
    slopes: "slopes of g left, right",
    set: "minimisers",
    minimum: "least g",
    trial: {
      pass: "Your b is a minimiser of g.",
      fail: "Your b is not a minimiser: g(b) is {excess} above the least g.",
      broken: "The broken b is not a minimiser: g(b) is {excess} above the least g.",
      brokenMinimises: "The broken b is a minimiser of g, too.",
    },
    describe: "b is {pick}, g there {value}, slope {left} to the left and {right} to the right; minimisers: {set}",
  },
  staircase: {
    name: "Staircase of the KKT cases",
    caption:
      "Each point at its residual e and its coefficient α − α*; the line is where an optimal one has to be. The shaded strips are the band that counts as |e| = ε. Click a point, or step along the line with the arrow keys.",
    axisE: "residual e",
    axisDelta: "α − α*",
    cases: ["below the tube", "on its lower edge", "inside", "on its upper edge", "above the tube"],
    rules: [
      { e: "< −ε", alpha: "0", alphaStar: "C", xi: "−e − ε" },
      { e: "= −ε", alpha: "0", alphaStar: "0 … C", xi: "0" },
      { e: "|e| < ε", alpha: "0", alphaStar: "0", xi: "0" },
      { e: "= ε", alpha: "0 … C", alphaStar: "0", xi: "0" },
      { e: "> ε", alpha: "C", alphaStar: "0", xi: "e − ε" },
    ],
    columns: { kase: "point is" },
    right: "{wrong}, right: {right}",
    brokenCaption:
      "Open marks are where the solver has the points, red ones where the mistake puts them; the line is where an optimal point has to be. The shaded strips are the band that counts as |e| = ε.",
    tableCaption:
      "C = {C}, ε = {epsilon}. The row of the selected point holds its own numbers; its relative distance to the staircase is {distance}.",
    describe:
      "Points by case: {above} above the tube, {upper} on its upper edge, {inside} inside, {lower} on its lower edge, {below} below.",
    describePoint: "Point {point} is {name}.",
  },
  gram: {
    name: "Gram matrix",
    title: "K, one row and column a point",
    caption:
      "All that training sees of the inputs. Points are ordered by their first column; the outlined row and column are the selected point's.",
    captionPart:
      "All that training sees of the inputs, for {m} of {n} {n:point|points}: evenly spaced in the order of their first column. If the selected point is one of them, its row and column are outlined.",
    rotatedName: "The inputs after a random rotation",
    rotatedDescribe:
      "{n} {n:point|points} solved again on these inputs, {sv} of them support vectors; the largest difference to α − α* from K alone is {apart}.",
    rotatedCaption:
      "Other inputs with the same K: rotation number {seed}. Filled points are support vectors of the problem solved again on these.",
    brokenCaption:
      "Not a rotation any more: number {seed}, and stretched by a quarter: each line goes from where the rotation puts a point to where it is. These inputs have another K. Filled points are support vectors of the problem solved on these.",
    distanceCaption:
      "Above the diagonal is K, below it what the mistake trains on: squared distances, with 0 on the diagonal. No inner products are like this: one eigenvalue is negative.",
    shiftCaption:
      "Rotation number {seed}, and then all inputs moved by the same vector: each line goes from where the rotation puts a point to where it is. Distances are kept, inner products are not.",
    sample:
      "Solved again: a fit of {solved} of the {n} {n:point|points}, evenly spaced in the order of their first column.",
    captionAndSample: "{caption} {sample}",
    hidden: "The inputs are hidden here and in the main picture. The solver never needed them: K is enough.",
    notSolved: "not in the sample",
    hiddenShort: "inputs hidden",
    axes: ["first coordinate", "second coordinate"],
    hide: "Hide the inputs",
    rotate: "Rotate again",
    eigenvalue: "smallest eigenvalue of K",
    fromGram: "α − α* from K alone",
    fromRotated: "α − α* from the rotated inputs",
    describe:
      "Gram matrix of {m} {m:point|points} with values from {low} to {high}; its smallest eigenvalue is {eigenvalue}.",
  },
  prediction: {
    name: "Prediction as a sum of kernel bars",
    caption:
      "One bar (α − α*) k(xᵢ, x) for each support vector, starting where the one before it ended. Where the last one ends, at the dashed line, is f(x) − b.",
    brokenCaption:
      "Dashed outlines are the bars as they should be, the others are those of the mistake: they end at the dotted line. f(x) − b is still at the dashed one.",
    up: "adds",
    down: "takes away",
    total: "f(x) − b",
    leftOut: "bar as it should be",
    brokenSum: "wrong sum",
    at: "Predict at {name}",
    jump: "To the selected point",
    sum: "sum of the bars",
    b: "b",
    f: "f(x)",
    axisPoint: "support vector (number of the point)",
    axisSum: "running sum",
    describe: "{count} {count:bar adds|bars add} up to {sum}; with b = {b} the prediction is {f}.",
  },
} as const;
