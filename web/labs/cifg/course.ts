// This lab in a course.
import type { Course } from "../../pages/course.ts";

const home = ["3a-no-matter", "3b-line", "3c-cancel", "3c-before", "3ledger-cancel", "3horizon-half-shut"];

const course: Course = {
  needs: {
    "3a": { knows: ["jacobians"], after: [] },
    "3b": { knows: ["jacobians", "graphs"], after: ["3a"] },
    "3c": { knows: ["graphs", "outerProducts"], after: ["3b"] },
    "3ledger": { knows: ["graphs"], after: ["3b", "3c"] },
    "3horizon": { knows: ["graphs", "norms"], after: ["3a", "3b"] },
  },
  lessons: {
    long: {
      parts: [
        { act: "predict", minutes: 8, claim: "3horizon", question: "share" },
        { act: "prove", minutes: 15, claims: ["3a"] },
        { act: "solve", tasks: ["3a-shares"] },
        { act: "worked", minutes: 15, claim: "3b" },
        { act: "prove", minutes: 25, claims: ["3b"] },
        { act: "solve", tasks: ["3b-keep"] },
        { act: "prove", minutes: 15, claims: ["3c"] },
        { act: "solve", tasks: ["3c-one-step"] },
        { act: "prove", minutes: 15, claims: ["3horizon"] },
        { act: "solve", tasks: ["3horizon-nothing"] },
      ],
      read: ["3ledger"],
      home: ["3ledger-output", ...home],
    },
    short: {
      parts: [
        { act: "predict", minutes: 5, claim: "3horizon", question: "share" },
        { act: "prove", minutes: 8, claims: ["3a"] },
        { act: "solve", tasks: ["3a-shares"] },
        { act: "worked", minutes: 10, claim: "3b" },
        { act: "prove", minutes: 15, claims: ["3b"] },
        { act: "solve", tasks: ["3b-keep"] },
        { act: "prove", minutes: 7, claims: ["3c"] },
      ],
      read: ["3ledger", "3horizon"],
      home: ["3c-one-step", "3horizon-nothing", "3ledger-output", ...home],
    },
  },
};

export default course;
