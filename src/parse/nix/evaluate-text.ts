import type { NixExpr, NixPath, NixString } from '../../model/nix.ts';
import type { NixScope, NixValue } from '../../model/nix-value.ts';

type Evaluate = (expr: NixExpr, scope: NixScope) => NixValue;

/** A string as far as its interpolations are known strings. */
export function evaluateString(expr: NixString, scope: NixScope, evaluate: Evaluate): NixValue {
  const pieces = expr.parts.flatMap((part) =>
    part.type === 'text' ? part.value : textPieces(evaluate(part.expr, scope)),
  );
  return fromPieces(pieces, expr);
}

/** A path literal; what is interpolated is left out where it is not a known string. */
export function evaluatePath(expr: NixPath, scope: NixScope, evaluate: Evaluate): NixValue {
  const pieces = expr.parts.flatMap((part) =>
    part.type === 'text' ? part.value : textPieces(evaluate(part.expr, scope)),
  );
  const complete = !pieces.includes(undefined);
  return { kind: 'path', value: pieces.join(''), complete, expr };
}

/** `left + right` of strings and paths; anything else is unknown. */
export function joinText(left: NixValue, right: NixValue, expr: NixExpr): NixValue {
  if (left.kind === 'path') {
    const tail = textPieces(right);
    const complete = left.complete && !tail.includes(undefined);
    return { kind: 'path', value: left.value + tail.join(''), complete, expr };
  }
  const isText = (value: NixValue) => value.kind === 'string' || value.kind === 'partial';
  if (!isText(left) && !isText(right)) return { kind: 'unknown', why: 'operation', expr };
  return fromPieces([...textPieces(left), ...textPieces(right)], expr);
}

/** Known pieces of a value in a string; a path becomes a store path, which is not known. */
function textPieces(value: NixValue): readonly (string | undefined)[] {
  if (value.kind === 'string') return [value.value];
  return value.kind === 'partial' ? value.pieces : [undefined];
}

/** Longest string that is put together; what grows beyond is unknown (`a = b + b; b = c + c; …`). */
const maxText = 1_000_000;

function fromPieces(pieces: readonly (string | undefined)[], expr: NixExpr): NixValue {
  const joined: (string | undefined)[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece?.length ?? 1;
    const last = joined.at(-1);
    if (typeof last === 'string' && piece !== undefined) joined[joined.length - 1] = last + piece;
    else if (piece !== '') joined.push(piece);
  }
  if (length > maxText) return { kind: 'unknown', why: 'limit', expr };
  if (joined.includes(undefined)) return { kind: 'partial', pieces: joined, expr };
  return { kind: 'string', value: joined.join(''), expr };
}
