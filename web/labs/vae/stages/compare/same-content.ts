// Whether two plain values have the same content, typed arrays number by number.

export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b) || Array.isArray(a) || Array.isArray(b)) return sameList(a, b);
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    left.length === Object.keys(b).length && left.every(([key, value]) => key in b && sameContent(value, right[key]))
  );
}

function sameList(a: object, b: object): boolean {
  if (a.constructor !== b.constructor) return false;
  const [left, right] = [a as ArrayLike<unknown>, b as ArrayLike<unknown>];
  if (left.length !== right.length) return false;
  for (let k = 0; k < left.length; k += 1) if (!sameContent(left[k], right[k])) return false;
  return true;
}
