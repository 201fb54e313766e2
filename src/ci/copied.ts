import type { ShellCommand, Word } from '../model/shell.ts';
import type { Content } from './content.ts';
import { joinContents, madeUp, wordContent } from './content.ts';
import type { Invocation } from './invocation.ts';
import { invocationsOf } from './invocation.ts';

const copiers: ReadonlySet<string> = new Set(['cp', 'mv', 'install', 'ln']);

/** The last two operands of `cp a b` and its kin: flags that take a value only add operands before those. */
export function copyOf(
  invocation: Invocation | undefined,
): { readonly from: Word; readonly to: Word } | undefined {
  if (invocation === undefined || !copiers.has(invocation.program)) return undefined;
  const operands = invocation.args.filter(({ value }) => !value.text.startsWith('-'));
  const [from, to] = operands.slice(-2);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The text of a file of the checkout that a command copies or prints, as an include of it. */
export function copiedBy(command: ShellCommand): Content | undefined {
  const [invocation] = invocationsOf(command);
  const from = invocation?.program === 'cat' ? invocation.args : [copyOf(invocation)?.from];
  const lines = from.flatMap((word) => (word === undefined ? [] : includeOf(word)));
  return lines.length === 0 ? undefined : joinContents(lines);
}

/** A relative path counts from the top of the checkout, where steps and image builds start; others are not known. */
function includeOf(word: Word): readonly Content[] {
  const { text } = word.value;
  const at = word.span.start;
  if (text.startsWith('-') || text.startsWith('/') || text.startsWith('~')) return [];
  const name = wordContent(word);
  if (!word.known) return [madeUp('!include ', at), name, madeUp('\n', at)];
  const top = { ...madeUp('$PWD/', at), opaque: [{ start: 0, end: '$PWD'.length }] };
  return [madeUp('!include ', at), top, name, madeUp('\n', at)];
}
