import type { MappedText, Run } from '../../model/mapped-text.ts';
import { mappedFromRuns } from '../../model/mapped-text.ts';
import type {
  Heredoc,
  Nesting,
  Redirection,
  ShellAssignment,
  Word,
  WordPart,
} from '../../model/shell.ts';
import type { Span } from '../../model/span.ts';

/** Substitutions inside substitutions; people write three, a recursion must end. */
export const MAX_NESTING = 48;

/** A simple command while it is being read. */
export type Draft = {
  readonly assignments: ShellAssignment[];
  readonly words: Word[];
  readonly redirections: Redirection[];
  readonly heredocs: Heredoc[];
  pipesInto: number | undefined;
  readonly within: Nesting | undefined;
  readonly start: number;
  end: number;
  /** How many `sh -c` strings are around it. */
  readonly strings: number;
};

export type PendingHeredoc = {
  readonly draft: Draft | undefined;
  /** Index of `draft` in the script, -1 for a compound command's. */
  readonly command: number;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
};

/** The cursor over one script. `end` moves while a part with a known end is read. */
export type Reader = {
  readonly text: string;
  readonly locate: MappedText['locate'];
  at: number;
  end: number;
  depth: number;
  readonly commands: Draft[];
  pending: PendingHeredoc[];
  /** The command whose words are being read, -1 between commands. */
  current: number;
  within: Nesting | undefined;
  readonly strings: number;
  /** Offset where a limit was passed; nothing is read after it. */
  stopped: number | undefined;
  /** An expression was opened and never closed: later openings are not searched again. */
  unclosedExpression: boolean;
  /** Reads a command list up to `)` or the end; set by the list reader, which words need and which needs words. */
  readonly readList: (reader: Reader, closedBy: ')' | undefined) => void;
};

/** Whether there is nothing left to read. */
export function done(reader: Reader): boolean {
  return reader.stopped !== undefined || reader.at >= reader.end;
}

/** Gives up: a limit was passed here. */
export function stop(reader: Reader): void {
  reader.stopped ??= reader.at;
}

/** Reads the commands of a substitution, then restores what belongs to the word around it. */
export function readNested(
  reader: Reader,
  by: 'substitution' | 'process',
  closedBy: ')' | undefined,
): void {
  if (reader.depth >= MAX_NESTING) return stop(reader);
  const { current, within, pending } = reader;
  reader.within = current < 0 ? within : { command: current, by };
  reader.pending = [];
  reader.current = -1;
  reader.depth++;
  reader.readList(reader, closedBy);
  reader.depth--;
  reader.current = current;
  reader.within = within;
  // A heredoc opened inside and not yet read gets its body at the next line break, wherever that is.
  reader.pending = [...pending, ...reader.pending];
}

/** Collects the parts of one word and where its text comes from. */
export type WordDraft = {
  readonly parts: WordPart[];
  readonly runs: Run[];
  readonly opaque: Span[];
  text: string;
  literal: string;
  nextSource: number;
  known: boolean;
};

export function wordDraft(): WordDraft {
  return { parts: [], runs: [], opaque: [], text: '', literal: '', nextSource: -1, known: true };
}

/** Adds literal text that stands at `source` as it is. */
export function addLiteral(word: WordDraft, text: string, source: number): void {
  if (text === '') return;
  if (word.nextSource !== source) word.runs.push({ at: word.text.length, source });
  word.text += text;
  word.literal += text;
  word.nextSource = source + text.length;
}

/** Adds a part whose value is not known, which stands before the cursor from `start` on and is shown as `shown`. */
export function addOpaque(
  reader: Reader,
  word: WordDraft,
  part: WordPart,
  shown: string,
  start: number,
): void {
  flush(word);
  word.runs.push({ at: word.text.length, source: start, width: reader.at - start });
  word.opaque.push({ start: word.text.length, end: word.text.length + shown.length });
  word.text += shown;
  word.parts.push(part);
  word.known = false;
  word.nextSource = -1;
}

function flush(word: WordDraft): void {
  if (word.literal === '') return;
  word.parts.push({ kind: 'literal', text: word.literal });
  word.literal = '';
}

/** The finished word; it began at `start` of the script and ends before the cursor. */
export function finishWord(reader: Reader, word: WordDraft, start: number): Word {
  flush(word);
  const runs = word.runs.length > 0 ? word.runs : [{ at: 0, source: start }];
  return {
    parts: word.parts,
    opaque: word.opaque,
    value: mappedFromRuns(word.text, runs, reader.locate),
    known: word.known,
    span: sourceSpan(reader, start, reader.at),
  };
}

/** A stretch of the script as a span of the file. */
export function sourceSpan(
  reader: Reader,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = reader.locate(start);
  return { start: from, end: end > start ? Math.max(from, reader.locate(end - 1) + 1) : from };
}
