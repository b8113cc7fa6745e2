// The words of the page for teachers, in English.
export const course = {
  link: "For your course",
  title: "For your course · {site}",
  says: "Tasks of every statement with their links and minutes, a syllabus of links for each problem, hand-in, licence and privacy.",
  heading: "For your course",
  begin:
    "Every statement has tasks: small goals that a student reaches in the lab, and that the solver measures. A link opens a lab with its tasks; what is done is written into a file, which you open on a page of your own.",
  syllabus: "A syllabus of links",
  syllabusSays:
    "One link for each problem. It opens the lab with the list of its tasks. Take out the tasks that you do not want.",
  problem: "Problem {problem}: {lab}",
  amount:
    "{tasks} {tasks:task|tasks}, about {minutes} {minutes:minute|minutes} for those who have proved the statements.",
  students: "For students: open the tasks",
  teacher: "For you: open hand-ins of these tasks",
  platform: "In a learning platform (SCORM), the parameters of the item:",
  statement: "Statement",
  tasks: "Tasks",
  minutes: "Minutes",
  level: "level {level} of 3, {minutes} {minutes:minute|minutes}",
  none: "no tasks",
  handIn: "Hand-in",
  handInSays: [
    "In the list of tasks, “Hand in” writes a file with the answers that are done. It says what is in it; the name is what the student types, and times are in it only if the student agrees.",
    "The page for hand-ins opens many files at once, computes every answer again with the same solvers, and marks what a file says otherwise. It says, too, what it cannot find out.",
  ],
  cite: "How to cite",
  citeSays: "{site}, version {version}. The file CITATION.cff beside the source has the same for programs.",
  licence: "Licence",
  licenceSays: "MIT: use it, change it and hand it on, with its notice of copyright.",
  privacy: "Privacy",
  privacySays:
    "Everything is computed in the browser; no data, name or answer leaves it. There are no accounts, cookies, counters or requests to others. What a student hands in is a file that the student has seen and sends.",
} as const;
