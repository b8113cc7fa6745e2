// Small digits below the line, for the names of coordinates.
const ZERO = 0x2080;

export const subscript = (index: number): string =>
  String(index).replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));
