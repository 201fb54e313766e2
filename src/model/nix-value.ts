import type { NixExpr, NixLambda } from './nix.ts';
import type { Span } from './span.ts';

/** Why a value is not known without running Nix. */
export type UnknownReason =
  /** It comes from an argument of a function. */
  | 'argument'
  /** It comes from a `with`, or from nowhere. */
  | 'unbound'
  /** A function computes it. */
  | 'call'
  /** An operator or a select on something unknown. */
  | 'operation'
  /** It refers to itself. */
  | 'cycle'
  /** Too much work, or too deep. */
  | 'limit'
  /** The text there could not be read. */
  | 'error';

/**
 * What an expression evaluates to as far as its text alone says. `expr` is the literal the value comes
 * from, so its span is where a person has to edit.
 */
export type NixValue =
  | { readonly kind: 'string'; readonly value: string; readonly expr: NixExpr }
  /** A string that is known in part: undefined stands for each unknown piece. */
  | {
      readonly kind: 'partial';
      readonly pieces: readonly (string | undefined)[];
      readonly expr: NixExpr;
    }
  /** A path literal as written; `complete` is false when something interpolated is unknown. */
  | {
      readonly kind: 'path';
      readonly value: string;
      readonly complete: boolean;
      readonly expr: NixExpr;
    }
  | { readonly kind: 'integer'; readonly value: bigint; readonly expr: NixExpr }
  | { readonly kind: 'float'; readonly value: number; readonly expr: NixExpr }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly expr: NixExpr }
  | { readonly kind: 'null'; readonly expr: NixExpr }
  /** `open` when it holds items that are not known. */
  | {
      readonly kind: 'list';
      readonly items: readonly NixThunk[];
      readonly open: boolean;
      readonly expr: NixExpr;
    }
  /** `open` when it may hold attributes that are not known. */
  | {
      readonly kind: 'set';
      readonly attrs: ReadonlyMap<string, NixThunk>;
      readonly open: boolean;
      readonly expr: NixExpr;
    }
  | {
      readonly kind: 'function';
      readonly lambda: NixLambda;
      readonly scope: NixScope;
      readonly expr: NixExpr;
    }
  /** One of several, as a condition decides. */
  | { readonly kind: 'either'; readonly options: readonly NixValue[]; readonly expr: NixExpr }
  | { readonly kind: 'unknown'; readonly why: UnknownReason; readonly expr: NixExpr };

/** An expression in its scope; an evaluator remembers its value. */
export type NixThunk = {
  readonly expr: NixExpr;
  readonly scope: NixScope;
  /** Where the name is written that this is bound to, if it is bound to one. */
  readonly nameSpan?: Span;
  /** The names of the set it is an attribute of. */
  readonly owner?: ReadonlyMap<string, NixThunk | undefined>;
};

/** Names around an expression, innermost first; undefined is the outside, where the builtins are. */
export type NixScope =
  | {
      /** Names of a `let` or `rec`, or of a function's arguments when a thunk is missing. */
      readonly names: ReadonlyMap<string, NixThunk | undefined>;
      readonly parent: NixScope;
    }
  | { readonly names: 'with'; readonly parent: NixScope }
  | undefined;
