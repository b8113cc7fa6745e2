// Answers to the tasks of problem 1 that are not done, however near they come.
import type { SvrState } from "../../../web/labs/svr/state.ts";
import type { WrongAnswers } from "./wrong.ts";

export default {
  "1c1-wide": [
    { why: "a tube as narrow as the points allow: one b", state: { x: [-1, 1], y: [0, 1] } },
    { why: "wide, but of eight points", state: { x: [-1, 1, -1, 1, -1, 1, -1, 1], y: [0, 0, 1, 1, 0, 0, 1, 1] } },
    { why: "wide, by a narrower tube", state: { x: [-1, 1, -1, 1], y: [0, 0, 1, 1], epsilon: 0.1 } },
  ],
} satisfies WrongAnswers<SvrState>;
