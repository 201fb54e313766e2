import type { FlakeAttr, FlakeFault } from '../../model/flake-nix.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import { shownKind, trivialValue, type TrivialValue } from '../nix/trivial.ts';

/** Collects what Nix refuses while a flake.nix is read. */
export type FlakeReader = { readonly faults: FlakeFault[] };

/** The value of an attribute when it has the kind that is needed; a fault otherwise. */
export function expectKind<K extends TrivialValue['kind']>(
  reader: FlakeReader,
  subject: string,
  thunk: NixThunk,
  kind: K,
  what: string,
): Extract<TrivialValue, { readonly kind: K }> | undefined {
  const value = trivialValue(thunk);
  // The comparison is what narrows the union; the compiler does not follow it through a type parameter.
  if (value.kind === kind) return value as Extract<TrivialValue, { readonly kind: K }>;
  wrongKind(reader, subject, thunk, value, what);
  return undefined;
}

export function wrongKind(
  reader: FlakeReader,
  subject: string,
  thunk: NixThunk,
  value: TrivialValue,
  expected: string,
): void {
  reader.faults.push({
    reason: value.kind === 'thunk' ? 'not-literal' : 'wrong-type',
    subject,
    at: thunk.expr.span,
    message: `'${subject}' is ${shownKind(value)}, expected ${expected}`,
  });
}

/** A string, Boolean or integer attribute of a flake reference. */
export function readAttr(
  reader: FlakeReader,
  subject: string,
  name: string,
  thunk: NixThunk,
): FlakeAttr | undefined {
  const value = trivialValue(thunk);
  const span = thunk.expr.span;
  const nameSpan = thunk.nameSpan ?? span;
  if (value.kind === 'string' || value.kind === 'boolean' || value.kind === 'integer') {
    return { name, nameSpan, value: value.value, span };
  }
  // `publicKeys` is a list of sets and experimental; who else uses a list gets told so by Nix.
  if (name !== 'publicKeys') {
    wrongKind(reader, subject, thunk, value, 'a string, Boolean or integer');
  }
  return undefined;
}
