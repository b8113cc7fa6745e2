// The lab's name, as lists of labs have it.
export const title = "Support vector regression";
