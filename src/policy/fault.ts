import { lineIndex } from '../model/span.ts';

/** A mistake in a file of the user's own (policy, inventory, baseline): a usage error with its place. */
export type Fault = {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
};

/** A fault by offset into the text being read. */
export type Flaw = { readonly at: number; readonly message: string };

/** What reading such a file gives: its meaning, or every fault found, in file order. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Turns offsets of `text` into lines and columns, ordered by place. */
export function locate(path: string, text: string, flaws: readonly Flaw[]): Fault[] {
  const index = lineIndex(text);
  return flaws
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, message }) => {
      const { line, column } = index.position(at);
      return { path, line, column, message };
    });
}

/** `path:line:column: message`, as compilers print it. */
export function formatFault(fault: Fault): string {
  return `${fault.path}:${fault.line}:${fault.column}: ${fault.message}`;
}
