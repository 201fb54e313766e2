/** An object of parsed JSON. Read it with `field` only: inherited names are not members. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Raised inside the readers of derivation JSON and caught at their door. */
export class ShapeFault extends Error {}

/** A deeper value than any attribute set Nix evaluates is there to exhaust the stack. */
export const MAX_JSON_DEPTH = 200;

/** The value as an object, or a fault that names `what`. */
export function record(value: unknown, what: string): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeFault(`${what} is ${kindOf(value)}, expected an object`);
  }
  // Neither null nor an array: what JSON.parse made of an object.
  return value as JsonRecord;
}

/** An own member, or undefined. */
export function field(object: JsonRecord, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The value as a string, or a fault that names `what`. */
export function string(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw new ShapeFault(`${what} is ${kindOf(value)}, expected a string`);
}

/** The value as a list of strings, or a fault that names `what`; absent is empty. */
export function stringList(value: unknown, what: string): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new ShapeFault(`${what} is ${kindOf(value)}, expected a list`);
  return value.map((item: unknown) => string(item, `an item of ${what}`));
}

/** A kind of JSON value in words, never the value itself. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Compact JSON with members sorted by the bytes of their names, as Nix writes `__json`. */
export function compactJson(value: unknown, depth = 0): string {
  if (depth > MAX_JSON_DEPTH) throw new ShapeFault(`nested deeper than ${MAX_JSON_DEPTH}`);
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => compactJson(item, depth + 1)).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([left], [right]) =>
    Buffer.compare(Buffer.from(left), Buffer.from(right)),
  );
  const written = members.map(
    ([name, item]: [string, unknown]) => `${JSON.stringify(name)}:${compactJson(item, depth + 1)}`,
  );
  return `{${written.join(',')}}`;
}
