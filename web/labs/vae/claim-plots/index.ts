// The plot of each claim. Loaded when the first claim is opened.
export const CLAIM_PLOTS = {} as never;
