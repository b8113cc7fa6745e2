// Words of the lab's data bar, table columns and files, in English. A translation has the same shape.
export const data = {
  preset: "Data set",
  source: "Source",
  ownAbout: "Points: {n}. Inputs: {d}.",
  columns: {
    f: { title: "f(x)", name: "fitted value f(x)" },
    e: { title: "e", name: "error e = y − f(x)" },
    coefficient: { title: "α − α*", name: "difference of the multipliers, alpha − alpha star" },
    xi: { title: "ξ", name: "slack xi" },
    case: { title: "case", name: "where it lies to the tube" },
  },
  files: {
    png: { label: "Picture as PNG", hint: "pixels, at the screen's resolution" },
    svg: { label: "Picture as SVG", hint: "vectors, for print" },
    data: { label: "Data as CSV", hint: "the points, in your units" },
    solution: { label: "Solution as CSV", hint: "a row for each point: f, e, multipliers, slack, case" },
    json: { label: "Everything as JSON", hint: "problem, parameters, solution and report, every digit" },
    lab: "svr",
    dataPart: "data",
    solutionPart: "solution",
  },
} as const;
