// This lab in a course.
import type { Course } from "../../pages/course.ts";

const home = ["4a-shares", "4b-equal", "4c-hard", "4d-hand", "4r1-harmless", "4r2-top", "4r3-less", "4bridge-steps"];
const read = ["4r1", "4r2", "4r3", "4bridge"];

const course: Course = {
  needs: {
    "4a": { knows: ["gaussians", "markov"], after: [] },
    "4b": { knows: ["bayes", "gaussians", "squares"], after: ["4a"] },
    "4c": { knows: ["bestPrediction"], after: ["4b"] },
    "4d": { knows: ["divergence", "jensen", "markov"], after: ["4a", "4b", "4c"] },
    "4r1": { knows: ["estimators"], after: ["4a", "4d"] },
    "4r2": { knows: ["logDensity", "bestPrediction"], after: ["4a", "4c"] },
    "4r3": { knows: ["gaussians", "totalVariance"], after: ["4b", "4r2"] },
    "4bridge": { knows: ["entropy", "divergence", "totalVariance"], after: ["4b", "4c", "4d"] },
  },
  lessons: {
    long: {
      parts: [
        { act: "worked", minutes: 10, claim: "4a" },
        { act: "prove", minutes: 14, claims: ["4a"] },
        { act: "solve", tasks: ["4a-arrive"] },
        { act: "prove", minutes: 14, claims: ["4b"] },
        { act: "solve", tasks: ["4b-pull"] },
        { act: "prove", minutes: 10, claims: ["4c"] },
        { act: "solve", tasks: ["4c-known"] },
        { act: "prove", minutes: 15, claims: ["4d"] },
        { act: "solve", tasks: ["4d-nat"] },
      ],
      read,
      home,
    },
    short: {
      parts: [
        { act: "predict", minutes: 5, claim: "4a", question: "signal" },
        { act: "prove", minutes: 9, claims: ["4a"] },
        { act: "worked", minutes: 10, claim: "4a" },
        { act: "prove", minutes: 9, claims: ["4b"] },
        { act: "solve", tasks: ["4b-pull"] },
        { act: "prove", minutes: 14, claims: ["4c", "4d"] },
      ],
      read,
      home: ["4a-arrive", "4c-known", "4d-nat", ...home],
    },
  },
};

export default course;
