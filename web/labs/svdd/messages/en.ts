// Every word the SVDD lab shows, in English. A translation has the same shape.
import { claims } from "./claims.en.ts";
import { data } from "./data.en.ts";
import { presets } from "./presets.en.ts";

export const en = {
  params: {
    nuShare: {
      label: "share left out",
      symbol: "ν",
      hint: "As a share of all weights ΣC, so between 0 and 1. At most this share of the weight lies outside the sphere, at least this share is not inside.",
    },
    nuValue: "ν = {nu} of ΣC = {sum}.",
    gamma: "Larger: each point reaches less far, and the edge follows the data more closely.",
    standardise: {
      label: "Standardise",
      hint: "Solve with every column at mean 0 and standard deviation 1; distances are then in those units.",
    },
  },
  presets,
  data,
  picture: {
    sphere: "sphere d² = ρ",
    shadow: "projection of the sphere",
    band: "every optimal ρ",
    trial: "your ρ",
    cases: ["inside the sphere", "on the sphere", "outside the sphere"],
    pull: "pull α",
    slack: "slack ξ",
    levels: "equal d²",
    legend: ["inside", "on it", "outside"],
    views: { plane: "two columns", sphere: "three columns, turning", strip: "distances" },
    axes: { columnX: "Column to the right", columnY: "Column upwards", columnZ: "Column to the front" },
    directions: ["direction 1 ({share} of the variance)", "direction 2 ({share} of the variance)"],
    turned: "Turned by {azimuth}° and {elevation}°.",
    distances: {
      axis: "squared distance d²",
      rho: "ρ",
      inside: "inside",
      outside: "outside",
    },
    labelled: "{label}, {name}",
    describe:
      "Hypersphere around {n} {n:point|points} in {d} {d:column|columns}: {cases}; squared radius {rho}, {sv} support {sv:vector|vectors}.",
    describeInterval: "Every squared radius from {lo} to {hi} is optimal.",
    describeCase: "{count} {name}",
    /** Between the cases of the sentence. */
    describeJoin: ", ",
    describePending: "Hypersphere around {n} {n:point|points} in {d} {d:column|columns}, not solved yet.",
    describeEmpty: "Empty picture: no points yet.",
    notes: {
      shadow:
        "This is the projection of a sphere in {d} {d:column|columns}: a point inside the projection may still lie outside the sphere. The filled level is the cut through the other columns' means.",
      levels: "The sphere lies in feature space; what is drawn is where its distance function equals ρ.",
      shadow3:
        "This is the projection of a sphere in {d} {d:column|columns}: a point inside the projection may still lie outside the sphere.",
      slice: "The level sets are those in the plane through the other columns' means.",
      noSphere: "The sphere of this kernel lies in feature space and has no place in these three columns.",
      projection: "Every distance is exact; the map beside them is only a projection.",
      empty: "With ρ = 0 the sphere is a single point, its centre.",
    },
    cannotAdd: "Points are added and moved in the plane of two columns. Show those, or use the table.",
    readout: {
      weight: "C",
      d2: "d²",
      alpha: "α",
      xi: "ξ",
    },
    keys: {
      turn: ["Shift + arrow keys", "turn the sphere"],
    },
  },
  claims,
} as const;
