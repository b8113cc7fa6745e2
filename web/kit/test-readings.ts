// What tests read of an element: numbers as they were computed. They are made only when a test reads them, so that the page does not
// pay for them at every frame. Short ones that style sheets or people use, too, are data attributes.

export type TestReadings = Readonly<Record<string, string | number | readonly number[]>>;

declare global {
  interface HTMLElement {
    /** For tests; the page itself never reads it. */
    testReadings?: () => TestReadings;
  }
}

/** @returns undo */
export function offerTestReadings(element: HTMLElement, readings: () => TestReadings): () => void {
  element.testReadings = readings;
  return () => {
    if (element.testReadings === readings) delete element.testReadings;
  };
}

/** An array of any kind as a test can receive it. */
export const listed = (values: ArrayLike<number> | null | undefined): readonly number[] => Array.from(values ?? []);
