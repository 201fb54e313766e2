import type { Span } from './span.ts';

/**
 * A Nix expression as written. Parentheses leave no node behind, so the span of a node may start after
 * the parenthesis that its parent's span starts with. Chains nest: `a ++ b ++ c` is two `binary` nodes.
 */
export type NixExpr =
  | NixInteger
  | NixFloat
  | NixString
  | NixUri
  | NixPath
  | NixSearchPath
  | NixVariable
  | NixCurrentPosition
  | NixList
  | NixSet
  | NixLegacyLet
  | NixLet
  | NixLambda
  | NixApply
  | NixSelect
  | NixHas
  | NixUnary
  | NixBinary
  | NixIf
  | NixAssert
  | NixWith
  | NixError;

export type NixInteger = { readonly type: 'integer'; readonly value: bigint; readonly span: Span };
export type NixFloat = { readonly type: 'float'; readonly value: number; readonly span: Span };

/** Text of a string after escapes and, in an indented string, after the common indentation is gone. */
export type NixText = { readonly type: 'text'; readonly value: string; readonly span: Span };
/** `${…}`; the span covers the braces. */
export type NixInterpolation = {
  readonly type: 'interpolation';
  readonly expr: NixExpr;
  readonly span: Span;
};
export type NixStringPart = NixText | NixInterpolation;

/** `"…"`, or `''…''` when `indented`. No part is an empty text unless Nix 2.8 keeps one there. */
export type NixString = {
  readonly type: 'string';
  readonly indented: boolean;
  readonly parts: readonly NixStringPart[];
  readonly span: Span;
};

/** An unquoted URL literal; a string to Nix. */
export type NixUri = { readonly type: 'uri'; readonly value: string; readonly span: Span };

/** `./a`, `a/b`, `/a`, `~/a`, `./a/${x}`. The first part is a text and starts with `~` in a home path. */
export type NixPath = {
  readonly type: 'path';
  readonly parts: readonly NixStringPart[];
  readonly span: Span;
};

/** `<name/sub>`; `value` is what stands between the brackets. */
export type NixSearchPath = {
  readonly type: 'search-path';
  readonly value: string;
  readonly span: Span;
};

export type NixVariable = { readonly type: 'variable'; readonly name: string; readonly span: Span };
/** `__curPos`. */
export type NixCurrentPosition = { readonly type: 'current-position'; readonly span: Span };
export type NixList = {
  readonly type: 'list';
  readonly items: readonly NixExpr[];
  readonly span: Span;
};

/** A name known without evaluation: `a`, `"a"`, `${"a"}`. The span covers it as written. */
export type NixName = { readonly type: 'name'; readonly name: string; readonly span: Span };
/** A name that has to be evaluated: `${x}` or `"${x}-y"`. */
export type NixDynamicName = {
  readonly type: 'dynamic';
  readonly expr: NixExpr;
  readonly span: Span;
};
export type NixAttrName = NixName | NixDynamicName;

/** `a.b.c = value;`. The span runs from the first name to the semicolon. */
export type NixBind = {
  readonly type: 'bind';
  readonly path: readonly NixAttrName[];
  readonly value: NixExpr;
  readonly span: Span;
};
/** `inherit a b;` or `inherit (from) a b;`. */
export type NixInherit = {
  readonly type: 'inherit';
  readonly from?: NixExpr;
  readonly names: readonly NixAttrName[];
  readonly span: Span;
};
export type NixBinding = NixBind | NixInherit;

export type NixSet = {
  readonly type: 'set';
  readonly recursive: boolean;
  readonly bindings: readonly NixBinding[];
  readonly span: Span;
};
/** `let { body = …; }`: a recursive set whose `body` is the value. */
export type NixLegacyLet = {
  readonly type: 'legacy-let';
  readonly bindings: readonly NixBinding[];
  readonly span: Span;
};
export type NixLet = {
  readonly type: 'let';
  readonly bindings: readonly NixBinding[];
  readonly body: NixExpr;
  readonly span: Span;
};

export type NixFormal = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly fallback?: NixExpr;
  readonly span: Span;
};
/** `{ a, b ? 1, ... }` before a colon. */
export type NixFormals = {
  readonly items: readonly NixFormal[];
  readonly ellipsis: boolean;
  readonly span: Span;
};
/** At least one of `argument` and `formals` is there. */
export type NixLambda = {
  readonly type: 'lambda';
  readonly argument?: NixName;
  readonly formals?: NixFormals;
  readonly body: NixExpr;
  readonly span: Span;
};

/**
 * `f a b` with all its arguments, also spelt `(f a) b`, `b |> f a` or `f a <| b`. `x or` of old Nix is `x`
 * applied to the variable `or`.
 */
export type NixApply = {
  readonly type: 'apply';
  readonly fn: NixExpr;
  readonly args: readonly NixExpr[];
  readonly span: Span;
};
export type NixSelect = {
  readonly type: 'select';
  readonly target: NixExpr;
  readonly path: readonly NixAttrName[];
  readonly fallback?: NixExpr;
  readonly span: Span;
};
export type NixHas = {
  readonly type: 'has';
  readonly target: NixExpr;
  readonly path: readonly NixAttrName[];
  readonly span: Span;
};

export type NixUnary = {
  readonly type: 'unary';
  readonly op: '!' | '-';
  readonly operand: NixExpr;
  readonly span: Span;
};
export const nixBinaryOps = [
  '->',
  '||',
  '&&',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '//',
  '+',
  '-',
  '*',
  '/',
  '++',
] as const;
export type NixBinaryOp = (typeof nixBinaryOps)[number];
export type NixBinary = {
  readonly type: 'binary';
  readonly op: NixBinaryOp;
  readonly left: NixExpr;
  readonly right: NixExpr;
  readonly span: Span;
};

export type NixIf = {
  readonly type: 'if';
  readonly condition: NixExpr;
  readonly consequence: NixExpr;
  readonly alternative: NixExpr;
  readonly span: Span;
};
export type NixAssert = {
  readonly type: 'assert';
  readonly condition: NixExpr;
  readonly body: NixExpr;
  readonly span: Span;
};
export type NixWith = {
  readonly type: 'with';
  readonly scope: NixExpr;
  readonly body: NixExpr;
  readonly span: Span;
};

/** What could not be read. `parts` is what could be read inside it; never there without a fault. */
export type NixError = {
  readonly type: 'error';
  readonly parts: readonly NixExpr[];
  readonly span: Span;
};

/** `# …` to the end of the line or `/* … *\/`; `text` without the marks. */
export type NixComment = {
  readonly kind: 'line' | 'block';
  readonly text: string;
  readonly span: Span;
};

/** A place that Nix refuses, or where a limit of ours was hit. */
export type NixFault = {
  readonly cause: 'parse' | 'limit';
  readonly message: string;
  readonly span: Span;
};

/** What a text says, as far as it can be read. `root` is trustworthy as a whole only without errors. */
export type NixTree = {
  readonly root: NixExpr;
  readonly comments: readonly NixComment[];
  readonly errors: readonly NixFault[];
};
