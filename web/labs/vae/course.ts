// This lab in a course: it shares the sessions of its problem with the lab of the steps.
import type { Course } from "../../pages/course.ts";

const course: Course = {
  needs: {
    "4v1": { knows: ["bayes", "gaussians", "gaussianDivergence", "jensen"], after: [] },
    "4v2": { knows: ["gaussians", "divergence"], after: ["4v1"] },
    "4v3": { knows: ["gaussians", "estimators", "substitution"], after: ["4v1"] },
    "4v4": { knows: ["entropy", "bestPrediction"], after: ["4v1", "4v2", "4a", "4c"] },
  },
  lessons: {
    long: {
      parts: [
        { act: "predict", minutes: 5, claim: "4v1", question: "gap" },
        { act: "prove", minutes: 15, claims: ["4v1"] },
        { act: "solve", tasks: ["4v1-posterior"] },
      ],
      read: ["4v2", "4v3", "4v4"],
      home: ["4v2-price", "4v3-climb", "4v4-step"],
    },
    short: {
      parts: [],
      read: ["4v1", "4v2", "4v3", "4v4"],
      home: ["4v1-posterior", "4v2-price", "4v3-climb", "4v4-step"],
    },
  },
};

export default course;
