import type { MappedText } from '../../model/mapped-text.ts';
import { sliceMapped } from '../../model/mapped-text.ts';
import type { ShellAssignment, ShellCommand, Word, WordPart } from '../../model/shell.ts';
import { literalOf } from '../../model/shell.ts';
import { lastAtMost } from '../../model/bisect.ts';
import { assignmentsIn } from './simple.ts';

/** The value of a variable, when there is one that is known. */
export type KnownValues = (name: string) => string | undefined;

export const nothingKnown: KnownValues = () => undefined;

/** Longest value that is put in place of a variable; flags and settings are shorter. */
const maxValue = 2_000;

/** Characters put in place of variables in one script: a long value used everywhere would multiply. */
const maxReplaced = 200_000;

/** Commands whose arguments are assignments that stay. */
const declaring: ReadonlySet<string> = new Set([
  'export',
  'declare',
  'typeset',
  'readonly',
  'local',
]);

/** Commands that give the variables they name values nobody knows. */
const filling: ReadonlySet<string> = new Set([
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'unset',
  'let',
]);

/**
 * The commands with variables replaced that have one known value in the whole script, given by `environment` or by a
 * single assignment, or whose default is all that is known. What was a variable stands where it is used.
 */
export function withConstants(
  commands: readonly ShellCommand[],
  environment: KnownValues,
): readonly ShellCommand[] {
  const work: Work = { constant: constantsOf(commands, environment), left: maxReplaced };
  return commands.map((command) => resolved(command, work));
}

type Work = { readonly constant: KnownValues; left: number };

function constantsOf(commands: readonly ShellCommand[], environment: KnownValues): KnownValues {
  const own = new Map<string, string | undefined>();
  const assign = (name: string, value: string | undefined): void => {
    own.set(name, own.has(name) || environment(name) !== undefined ? undefined : value);
  };
  for (const command of commands) {
    const stays = command.within === undefined;
    for (const { name, value } of lasting(command)) {
      assign(name, stays ? literalOf(value) : undefined);
    }
    for (const name of filled(command)) assign(name, undefined);
  }
  return (name) => {
    const value = own.has(name) ? own.get(name) : environment(name);
    return value === undefined || value.length > maxValue ? undefined : value;
  };
}

/** Assignments that outlive their command: those without one, and arguments of `export` and its like. */
function lasting({
  assignments,
  words,
}: ShellCommand): readonly Pick<ShellAssignment, 'name' | 'value'>[] {
  if (words.length === 0) return assignments;
  return declaring.has(literalOf(words[0]) ?? '') ? assignmentsIn(words) : [];
}

function filled({ words }: ShellCommand): readonly string[] {
  const [program = '', ...args] = words.map((word) => literalOf(word) ?? '');
  if (program === 'printf') return args[0] === '-v' ? args.slice(1, 2) : [];
  if (!filling.has(program)) return [];
  return args.flatMap((text) => /^[A-Za-z_]\w*/.exec(text)?.[0] ?? []);
}

function resolved(command: ShellCommand, work: Work): ShellCommand {
  if (!hasVariables(command)) return command;
  return {
    ...command,
    assignments: command.assignments.map((one) => ({ ...one, value: inWord(one.value, work) })),
    words: command.words.flatMap((word) => split(word, inWord(word, work))),
    redirections: command.redirections.map((one) => ({ ...one, target: inWord(one.target, work) })),
    heredocs: command.heredocs.map((one) => ({ ...one, body: inWord(one.body, work) })),
  };
}

function hasVariables({ assignments, heredocs, redirections, words }: ShellCommand): boolean {
  return (
    words.some(({ known }) => !known) ||
    assignments.some(({ value }) => !value.known) ||
    redirections.some(({ target }) => !target.known) ||
    heredocs.some(({ body }) => !body.known)
  );
}

/** The value of a part, when it is a constant. */
function constantOf(part: WordPart, { constant }: Work): string | undefined {
  if (part.kind === 'expression') {
    const name = /^env\.([A-Za-z_]\w*)$/.exec(part.text)?.[1];
    return name === undefined ? /^'([^'{}]*)'$/.exec(part.text)?.[1] : constant(name);
  }
  if (part.kind !== 'variable' || part.name === '') return undefined;
  const value = constant(part.name);
  if (part.operation === undefined) return value;
  const fallback = /^:?-([\w./=-]*)$/.exec(part.operation)?.[1];
  return fallback === undefined ? undefined : (value ?? fallback);
}

/** The word with its constants in place; every other character stands where it stood. */
function inWord(word: Word, work: Work): Word {
  if (word.known || !word.parts.some((part) => constantOf(part, work) !== undefined)) return word;
  const { text } = word.value;
  const parts: WordPart[] = [];
  const opaque: { start: number; end: number }[] = [];
  const pieces: Piece[] = [];
  let [at, hole, length] = [0, 0, 0];
  const add = (piece: Piece): void => {
    pieces.push(piece);
    length += piece.text.length;
  };
  for (const part of word.parts) {
    if (part.kind === 'literal') {
      parts.push(part);
      continue;
    }
    const span = word.opaque[hole++];
    if (span === undefined) return word;
    const shown = text.slice(span.start, span.end);
    const value = constantOf(part, work);
    add({ text: text.slice(at, span.start), from: at });
    at = span.end;
    if (value === undefined || (work.left -= value.length) < 0) {
      opaque.push({ start: length, end: length + shown.length });
      add({ text: shown, from: span.start });
      parts.push(part);
    } else {
      add({ text: value, from: span.start, width: span.end - span.start });
      parts.push({ kind: 'literal', text: value });
    }
  }
  add({ text: text.slice(at), from: at });
  const value = joined(pieces, word.value);
  return { ...word, parts, opaque, value, known: opaque.length === 0 };
}

/** Text that stood at `from` of a word, or what stands for a variable there that was `width` long. */
type Piece = { readonly text: string; readonly from: number; readonly width?: number };

function joined(pieces: readonly Piece[], outer: MappedText): MappedText {
  const kept = pieces.filter((piece) => piece.text !== '');
  const starts: number[] = [];
  let text = '';
  for (const piece of kept) {
    starts.push(text.length);
    text += piece.text;
  }
  const locate = (offset: number): number => {
    const index = lastAtMost(starts, offset);
    const [piece, at = 0] = [kept[index], starts[index]];
    if (piece === undefined) return outer.locate(offset);
    if (piece.width === undefined) return outer.locate(piece.from + offset - at);
    // The whole value stands for the variable: what is not its first character is the last of the name.
    return outer.locate(piece.from + (offset > at ? piece.width - 1 : 0));
  };
  return { text, locate };
}

/** Where nothing of a word is quoted, a value with blanks makes it several words; anything else stays one. */
function split(before: Word, after: Word): readonly Word[] {
  const width = before.span.end - before.span.start;
  // Quotes and escapes make a word longer than what it says.
  if (before.known || !after.known || width !== before.value.text.length) return [after];
  return [...after.value.text.matchAll(/\S+/g)].map((match): Word => {
    const [text] = match;
    const value = sliceMapped(after.value, match.index, match.index + text.length);
    return { ...after, parts: [{ kind: 'literal', text }], value };
  });
}
