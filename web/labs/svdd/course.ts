// This lab in a course.
import type { Course } from "../../pages/course.ts";

const home = [
  "2.1-free",
  "2.2-stop",
  "2.3-bound",
  "2.4-less",
  "2.5a-uneven",
  "2.5b-slope",
  "2.5c-both",
  "2.5d-six",
  "2.6-last",
];

const course: Course = {
  needs: {
    "2.1": { knows: ["multipliers", "convexity"], after: [] },
    "2.2": { knows: ["convexity", "separation", "duality"], after: ["2.1"] },
    "2.3": { knows: ["duality", "squares"], after: ["2.1"] },
    "2.4": { knows: ["duality"], after: ["2.2", "2.3"] },
    "2.5a": { knows: ["convexity", "kkt"], after: ["2.1", "2.2"] },
    "2.5b": { knows: ["convexity", "slopes"], after: ["2.5a"] },
    "2.5c": { knows: ["slopes"], after: ["2.5b"] },
    "2.5d": { knows: ["constraints"], after: [] },
    "2.5e": { knows: ["kkt"], after: ["2.1", "2.3", "2.5d"] },
    "2.6": { knows: ["kkt"], after: ["2.4", "2.5b", "2.5e"] },
  },
  lessons: {
    long: {
      parts: [
        { act: "predict", minutes: 5, claim: "2.6", question: "outsideCount" },
        { act: "prove", minutes: 20, claims: ["2.1", "2.2"] },
        { act: "solve", tasks: ["2.1-below"] },
        { act: "prove", minutes: 18, claims: ["2.3", "2.4"] },
        { act: "solve", tasks: ["2.4-half"] },
        { act: "worked", minutes: 15, claim: "2.5c" },
        { act: "prove", minutes: 18, claims: ["2.5a", "2.5b", "2.5c"] },
        { act: "solve", tasks: ["2.5b-floor", "2.5c-step"] },
        { act: "prove", minutes: 10, claims: ["2.5d", "2.5e", "2.6"] },
        { act: "solve", tasks: ["2.5e-edge", "2.6-three"] },
      ],
      read: [],
      home,
    },
    short: {
      parts: [
        { act: "predict", minutes: 5, claim: "2.6", question: "outsideCount" },
        { act: "prove", minutes: 20, claims: ["2.2", "2.3", "2.4"] },
        { act: "worked", minutes: 10, claim: "2.5c" },
        { act: "prove", minutes: 11, claims: ["2.5c", "2.5e"] },
        { act: "solve", tasks: ["2.5c-step"] },
      ],
      read: ["2.1", "2.5a", "2.5b", "2.5d", "2.6"],
      home: ["2.1-below", "2.4-half", "2.5b-floor", "2.5e-edge", "2.6-three", ...home],
    },
  },
};

export default course;
