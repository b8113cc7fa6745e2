// This lab in a course.
import type { Course } from "../../pages/course.ts";

const home = ["1a-level", "1b-line", "1c1-wide", "1c2-five", "1d1-mirror", "1d2-cancel"];

const course: Course = {
  needs: {
    "1a": { knows: ["convexity", "multipliers", "duality"], after: [] },
    "1b": { knows: ["duality", "squares"], after: ["1a"] },
    "1c1": { knows: ["convexity", "slopes"], after: ["1a"] },
    "1c2": { knows: ["kkt"], after: ["1a", "1b"] },
    "1d1": { knows: ["innerProducts", "kernels"], after: ["1b", "1c1"] },
    "1d2": { knows: ["innerProducts", "kernels"], after: ["1b", "1c2"] },
  },
  lessons: {
    long: {
      parts: [
        { act: "predict", minutes: 10, claim: "1c2", question: "supports" },
        { act: "prove", minutes: 30, claims: ["1a", "1b"] },
        { act: "solve", tasks: ["1a-reward", "1b-first"] },
        { act: "worked", minutes: 15, claim: "1c1" },
        { act: "prove", minutes: 25, claims: ["1c1", "1c2"] },
        { act: "solve", tasks: ["1c1-other", "1c2-free"] },
        { act: "prove", minutes: 10, claims: ["1d1", "1d2"] },
        { act: "solve", tasks: ["1d1-shift", "1d2-few"] },
      ],
      read: [],
      home,
    },
    short: {
      parts: [
        { act: "predict", minutes: 5, claim: "1c2", question: "supports" },
        { act: "prove", minutes: 15, claims: ["1a", "1b"] },
        { act: "solve", tasks: ["1b-first"] },
        { act: "worked", minutes: 10, claim: "1c1" },
        { act: "prove", minutes: 12, claims: ["1c1", "1c2"] },
        { act: "solve", tasks: ["1c2-free"] },
      ],
      read: ["1d1", "1d2"],
      home: ["1a-reward", "1c1-other", "1d1-shift", "1d2-few", ...home],
    },
  },
};

export default course;
