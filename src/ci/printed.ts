import type { ShellCommand, Word } from '../model/shell.ts';
import { literalOf } from '../model/shell.ts';
import type { Content } from './content.ts';
import { joinContents, madeUp, splitContent, wordContent } from './content.ts';
import type { Invocation } from './invocation.ts';
import { invocationsOf } from './invocation.ts';

/** Conversions of one printf format; a format is repeated for its arguments, which could be many. */
const MAX_PIECES = 1000;

/** What a command prints, as far as `echo`, `printf`, `cat <<E` and here-strings say it. */
export function printedBy(command: ShellCommand): Content | undefined {
  const [invocation] = invocationsOf(command);
  if (invocation?.program === 'echo') return echoed(invocation);
  if (invocation?.program === 'printf') return formatted(invocation);
  if (invocation?.program === 'cat') return fedTo(command);
  return undefined;
}

/** What a command gets on its standard input from a heredoc or here-string. */
export function fedTo(command: ShellCommand): Content | undefined {
  const heredoc = command.heredocs.at(-1);
  if (heredoc !== undefined) return wordContent(heredoc.body);
  const here = command.redirections.findLast(({ operator }) => operator === '<<<');
  return here === undefined ? undefined : withBreak(wordContent(here.target), here.target);
}

function withBreak(content: Content, word: Word): Content {
  return joinContents([content, madeUp('\n', Math.max(word.span.start, word.span.end - 1))]);
}

function echoed({ args, head }: Invocation): Content {
  const flags = args.findIndex((word) => !/^-[neE]+$/.test(literalOf(word) ?? ''));
  const shown = flags < 0 ? [] : args.slice(flags);
  const escapes = args.slice(0, Math.max(flags, 0)).some((word) => literalOf(word)?.includes('e'));
  const parts = shown.flatMap((word, index) => {
    const content = escapes ? unescapeBreaks(wordContent(word)) : wordContent(word);
    return index === 0 ? [content] : [madeUp(' ', word.span.start), content];
  });
  const last = shown.at(-1)?.span.end ?? head.span.end;
  return joinContents([...parts, madeUp('\n', last - 1)]);
}

/** `\n` is the one escape that makes a difference to nix.conf text. */
function unescapeBreaks(content: Content): Content {
  const [first, ...rest] = splitContent(content, '\\n');
  if (first === undefined) return content;
  return joinContents([first, ...rest.flatMap((part) => [madeUp('\n', part.locate(0) - 1), part])]);
}

/** `printf format args…`: `%s` and `%b` take one argument each, and the format repeats until all are used. */
function formatted({ args, head }: Invocation): Content | undefined {
  const [format, ...values] = literalOf(args[0]) === '--' ? args.slice(1) : args;
  if (format === undefined) return undefined;
  const pieces = splitContent(unescapeBreaks(wordContent(format)), '%s');
  const out: Content[] = [];
  let used = 0;
  do {
    for (const [index, piece] of pieces.entries()) {
      const value = values[used];
      if (index > 0 && value !== undefined) out.push(wordContent(value));
      if (index > 0) used++;
      out.push(piece);
    }
  } while (used < values.length && pieces.length > 1 && out.length < MAX_PIECES);
  return out.length === 0 ? madeUp('', head.span.start) : joinContents(out);
}
