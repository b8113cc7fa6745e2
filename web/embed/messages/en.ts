// Every word that the element of a host page says, in English.
export const en = {
  title: "Proofground: {what}",
  noBase:
    "This page does not say where Proofground is: load proofground-embed.js by a script element with src, or give <proofground-lab> the attribute base.",
  otherVersion:
    "<proofground-lab> is already defined, by version {known} from {knownBase}. That one stays; version {version} from {base} is not used.",
} as const;
