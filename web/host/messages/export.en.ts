// The words of the list that the export button unfolds into, in English. Loaded with it. A translation has the same shape.
export const exporting = {
  title: "Save as a file",
  saved: "{name} saved.",
  failed: "The file could not be made: {reason}",
  onScreen: "Pictures in the colours on screen",
  pictures: {
    png: { label: "Picture as PNG", hint: "pixels, for slides" },
    svg: { label: "Picture as SVG", hint: "lines and text, for print" },
    claimPng: { label: "Picture of {claim} as PNG", hint: "of the open claim, pixels" },
    claimSvg: { label: "Picture of {claim} as SVG", hint: "of the open claim, lines and text" },
  },
} as const;
