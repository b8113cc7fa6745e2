// What an open claim says of the handout's slips in it, besides their texts.
export const slips = {
  heading: "{count} {count:slip|slips} of the handout",
  corrected: "Corrected",
  printed: "As printed",
  broken: "The claim is broken with this now: the check below shows what turns wrong.",
} as const;
