// The lab's name, as lists of labs have it.
export const title = "Spherical one-class SVM";
