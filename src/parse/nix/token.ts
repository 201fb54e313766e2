import type { NixFault } from '../../model/nix.ts';

/** Kinds of tokens, numbered so that a large file's tokens fit into plain number arrays. */
export const T = {
  end: 0,
  identifier: 1,
  integer: 2,
  float: 3,
  uri: 4,
  searchPath: 5,
  /** First piece of a path; `pathText`, `${` … `}` and finally `pathEnd` follow. */
  path: 6,
  pathText: 7,
  pathEnd: 8,
  quote: 9,
  text: 10,
  indentOpen: 11,
  indentClose: 12,
  /** Text of an indented string that takes part in stripping. */
  indentText: 13,
  /** An escape (or a lone `$` or `'`) of an indented string: it ends the indentation of its line. */
  indentEscape: 14,
  antiquote: 15,
  braceOpen: 16,
  braceClose: 17,
  parenOpen: 18,
  parenClose: 19,
  bracketOpen: 20,
  bracketClose: 21,
  semicolon: 22,
  colon: 23,
  comma: 24,
  at: 25,
  question: 26,
  dot: 27,
  assign: 28,
  ellipsis: 29,
  not: 30,
  // Keywords.
  if: 31,
  thenKeyword: 32,
  else: 33,
  assert: 34,
  with: 35,
  let: 36,
  in: 37,
  rec: 38,
  inherit: 39,
  or: 40,
  // Binary operators from here on; `minus` is also a prefix.
  pipeInto: 41,
  pipeFrom: 42,
  implies: 43,
  orElse: 44,
  and: 45,
  equal: 46,
  notEqual: 47,
  less: 48,
  greater: 49,
  lessEqual: 50,
  greaterEqual: 51,
  update: 52,
  plus: 53,
  minus: 54,
  times: 55,
  divide: 56,
  concat: 57,
} as const;

export const keywords: ReadonlyMap<string, number> = new Map([
  ['if', T.if],
  ['then', T.thenKeyword],
  ['else', T.else],
  ['assert', T.assert],
  ['with', T.with],
  ['let', T.let],
  ['in', T.in],
  ['rec', T.rec],
  ['inherit', T.inherit],
  ['or', T.or],
]);

/** The tokens of a text as columns; the last one is `T.end`. */
export type Tokens = {
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Offsets of comments: start, end, start, end, … */
  readonly comments: readonly number[];
  readonly errors: readonly NixFault[];
};
