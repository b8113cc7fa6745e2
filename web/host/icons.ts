// The signs on buttons, drawn in one hand: 20 x 20, stroked in the colour of the text.
import { svg, type TemplateResult } from "lit";

const paths = {
  undo: "M8 4 4 8l4 4M4 8h7a5 5 0 0 1 0 10H8",
  redo: "m12 4 4 4-4 4m4-4H9a5 5 0 0 0 0 10h3",
  share:
    "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.4-2.4a3.2 3.2 0 0 0-4.6-4.6l-.9.9M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.4 2.4a3.2 3.2 0 0 0 4.6 4.6l.9-.9",
  auto: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14M10 6h3M10 10h4M10 14h3",
  light:
    "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
  dark: "M16 12A6.5 6.5 0 0 1 8 4a6.5 6.5 0 1 0 8 8",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M10 14.3v.2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15",
  about: "M10 9v5M10 6v.2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15",
  tour: "M5 18V3l10 4-10 4",
  tasks: "m3 5.5 1.5 1.5L7 4M10 5.5h7M3 11.5 4.5 13 7 10M10 11.5h7M10 16.5h7M4 16.5h2",
  language: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15c4.2 4.8 4.2 10.2 0 15-4.2-4.8-4.2-10.2 0-15M2.5 10h15",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
} as const;
export type Icon = keyof typeof paths;

export function icon(name: Icon): TemplateResult {
  return svg`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${paths[name]}></path></svg>` as TemplateResult;
}
