import type { Span } from '../model/span.ts';
import { lineIndex } from '../model/span.ts';

/** A suppression written beside the code: `# nix-secure-lint: ignore <rule> -- <reason>`. */
export type Comment = {
  readonly path: string;
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** 1-based line it speaks of: its own, or the next line of code when it stands alone. */
  readonly line: number;
  /** The code it speaks of, without blanks around it: what makes it the same comment after a move. */
  readonly code: string;
  /** Rule id; undefined when the comment does not say `ignore <rule>`. */
  readonly rule?: string;
  readonly reason?: string;
};

const marker = 'nix-secure-lint:';

/**
 * Reads the suppressions of a text whose comments start with `#` (Nix, nix.conf, YAML, shell).
 * Only the text is looked at: a `#` inside a string counts too, which can do no more than a comment.
 */
export function readComments(path: string, text: string): Comment[] {
  if (!text.includes(marker)) return [];
  const index = lineIndex(text);
  const comments: Comment[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at)) {
    const { line: number, column } = index.position(at);
    const line = index.line(number);
    const lineStart = at - (column - 1);
    at = lineStart + line.length;
    // A comment reaches to the end of its line, so only the last marker of a line can start one.
    const marked = line.lastIndexOf(marker);
    const hash = hashBefore(line, marked);
    if (hash === undefined) continue;
    const before = line.slice(0, hash).trim();
    const target = before === '' ? nextCode(number, index) : number;
    const code = before === '' ? index.line(target).trim() : before;
    const words = wordsOf(line.slice(marked + marker.length));
    comments.push({
      path,
      span: { start: lineStart + hash, end: at },
      line: target,
      code,
      ...words,
    });
  }
  return comments;
}

/** Offset of the `#` that starts the comment, when nothing but `#` and blanks stands before the marker. */
function hashBefore(line: string, marked: number): number | undefined {
  let at = marked - 1;
  while (at >= 0 && isBlank(line[at])) at--;
  if (line[at] !== '#') return undefined;
  while (at > 0 && line[at - 1] === '#') at--;
  return at === 0 || isBlank(line[at - 1]) ? at : undefined;
}

/** Furthest line a lone comment may speak of; keeps a file of nothing but comments linear. */
const furthest = 32;

function nextCode(number: number, index: ReturnType<typeof lineIndex>): number {
  for (let next = number + 1; next <= number + furthest; next++) {
    const line = index.line(next).trimStart();
    if (line !== '' && !line.startsWith('#')) return next;
  }
  return number + 1;
}

function wordsOf(text: string): { readonly rule?: string; readonly reason?: string } {
  const cut = text.indexOf('--');
  const words = (cut < 0 ? text : text.slice(0, cut)).split(/\s/).filter((word) => word !== '');
  const reason = cut < 0 ? '' : text.slice(cut + 2).trim();
  const [verb, rule, ...rest] = words;
  if (verb !== 'ignore' || rule === undefined || rest.length > 0) return {};
  return reason === '' ? { rule } : { rule, reason };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
