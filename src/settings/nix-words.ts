import type { NixThunk, NixValue } from '../model/nix-value.ts';
import type { SettingToken } from '../model/setting.ts';
import type { Span } from '../model/span.ts';

/** Stands for a value of Nix code that is not known at all. */
export const unknownWord = '${…}';

/**
 * The words of a string of Nix code, each at its own place where the literal holds it as it is, else at the
 * literal. `literal` is the span of the literal in `text`. Nix splits such a value at blanks, as in nix.conf, but
 * knows no comments in it.
 */
export function wordsOfString(text: string, literal: Span, value: string): SettingToken[] {
  const words = value.split(/[ \t\r\n]+/).filter((word) => word !== '');
  let from = literal.start;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    if (start < 0 || start + word.length > literal.end) return { text: word, span: literal };
    from = start + word.length;
    return { text: word, span: { start, end: from } };
  });
}

/**
 * The words of a value of Nix code as it gets into nix.conf: lists joined by blanks, switches and numbers in Nix's
 * spelling. What is not known, or becomes a store path, is a word that is filled in later.
 */
export function wordsOfValue(
  text: string,
  value: NixValue,
  force: (thunk: NixThunk) => NixValue,
): readonly SettingToken[] {
  const { span } = value.expr;
  switch (value.kind) {
    case 'string':
      return wordsOfString(text, span, value.value);
    case 'boolean':
    case 'integer':
      return [{ text: value.value.toString(), span }];
    case 'null':
      return [];
    case 'path':
      return [{ text: `\${${value.value}}`, span, dynamic: true }];
    case 'list':
      return value.items.flatMap((item) => itemWords(text, force(item), force));
    case 'partial': {
      const shown = value.pieces.map((piece) => piece ?? unknownWord).join('');
      return wordsOfString(text, span, shown).map((word) => ({ ...word, dynamic: true }));
    }
    case 'float':
    case 'set':
    case 'function':
    case 'either':
    case 'unknown':
    default:
      return [{ text: unknownWord, span, dynamic: true }];
  }
}

/** Lists of settings hold no lists: what looks like one is not known. */
function itemWords(
  text: string,
  value: NixValue,
  force: (thunk: NixThunk) => NixValue,
): readonly SettingToken[] {
  if (value.kind === 'list') return [{ text: unknownWord, span: value.expr.span, dynamic: true }];
  return wordsOfValue(text, value, force);
}
