// What the controls of a form say when a value changes.

/** Detail of "pg-value": a control's new value. `gesture` marks values of one drag or one held key. */
export interface ValueDetail {
  value: number | string | boolean | null;
  gesture: string;
}
