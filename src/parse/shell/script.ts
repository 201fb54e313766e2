import type { MappedText } from '../../model/mapped-text.ts';
import type { ShellCommand, ShellScript, Word } from '../../model/shell.ts';
import { literalOf } from '../../model/shell.ts';
import type { KnownValues } from './constants.ts';
import { nothingKnown, withConstants } from './constants.ts';
import { readList } from './list.ts';
import type { Draft, Reader } from './reader.ts';
import { sourceSpan } from './reader.ts';

/** Scripts inside arguments of scripts: `sh -c "sh -c '…'"`. */
const MAX_STRINGS = 4;

/**
 * Reads a POSIX shell or bash script as far as a linter needs it: simple commands with their words, redirections,
 * heredocs, neighbours in the pipeline and nesting. Never fails; a limit that was passed is told by `stoppedAt`.
 * Spans are offsets of the file that `script` was taken from. `environment` tells variables that are set outside of it.
 */
export function parseShell(
  script: MappedText,
  environment: KnownValues = nothingKnown,
): ShellScript {
  const drafts: Draft[] = [];
  const spans = new Map<Draft, { start: number; end: number }>();
  const outer = readScript(script, drafts, undefined, 0);
  let stopped = record(outer, 0, spans);
  // The list grows while it is walked: an argument that is a script is read after the command it belongs to.
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index];
    if (draft === undefined || draft.strings >= MAX_STRINGS) continue;
    for (const text of scriptArguments(draft.words)) {
      const first = drafts.length;
      const inner = readScript(text, drafts, index, draft.strings + 1);
      stopped ??= record(inner, first, spans);
    }
  }
  const read = drafts.map((draft) => finish(draft, spans.get(draft)));
  const commands = withConstants(read, environment);
  return stopped === undefined ? { commands } : { commands, stoppedAt: stopped };
}

function readScript(
  script: MappedText,
  commands: Draft[],
  outer: number | undefined,
  strings: number,
): Reader {
  const reader: Reader = {
    text: script.text,
    locate: script.locate,
    at: 0,
    end: script.text.length,
    depth: 0,
    commands,
    pending: [],
    current: -1,
    within: outer === undefined ? undefined : { command: outer, by: 'string' },
    strings,
    stopped: undefined,
    unclosedExpression: false,
    readList,
  };
  readList(reader, undefined);
  return reader;
}

/** Notes where the commands from `first` on stand in the file; the span where reading stopped, if it did. */
function record(
  reader: Reader,
  first: number,
  spans: Map<Draft, { start: number; end: number }>,
): { start: number; end: number } | undefined {
  for (let index = first; index < reader.commands.length; index++) {
    const draft = reader.commands[index];
    if (draft !== undefined) spans.set(draft, sourceSpan(reader, draft.start, draft.end));
  }
  const { stopped } = reader;
  return stopped === undefined ? undefined : sourceSpan(reader, stopped, stopped);
}

function finish(draft: Draft, span = { start: 0, end: 0 }): ShellCommand {
  const { assignments, words, redirections, heredocs, pipesInto, within } = draft;
  return {
    assignments,
    words,
    redirections,
    heredocs,
    span,
    ...(pipesInto === undefined ? {} : { pipesInto }),
    ...(within === undefined ? {} : { within }),
  };
}

const shells = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash', 'busybox']);

/** Arguments that another shell reads as a script: `sh -c '…'`, `nix-shell --run '…'`, `eval '…'`. */
function scriptArguments(words: readonly Word[]): MappedText[] {
  const found: MappedText[] = [];
  const nixShell = words.some((word) => literalOf(word) === 'nix-shell');
  const program = words.findIndex((word) => !/^(?:sudo|-.*)$/.test(literalOf(word) ?? ''));
  for (let index = 0; index < words.length; index++) {
    const text = literalOf(words[index]);
    if (text === undefined) continue;
    const next = words[index + 1];
    if (shells.has(text.slice(text.lastIndexOf('/') + 1)))
      push(found, afterCommandFlag(words, index));
    else if (text === 'su' && index === program) push(found, commandOf(words, index));
    else if (nixShell && (text === '--run' || text === '--command')) push(found, next);
    else if (index === 0 && text === 'eval') push(found, next);
  }
  return found;
}

/** The word after `-c` of `su`, which takes its flags before and after the user. */
function commandOf(words: readonly Word[], from: number): Word | undefined {
  const flag = words.findIndex(
    (word, index) => index > from && /^(?:-c|--command)$/.test(literalOf(word) ?? ''),
  );
  return flag < 0 ? undefined : words[flag + 1];
}

function push(found: MappedText[], word: Word | undefined): void {
  if (word !== undefined) found.push(word.value);
}

/** The word after `-c`, `-ec` and the like, when only flags stand between it and the shell. */
function afterCommandFlag(words: readonly Word[], shell: number): Word | undefined {
  for (let index = shell + 1; index < words.length; index++) {
    const text = literalOf(words[index]) ?? '';
    if (!text.startsWith('-') && !text.startsWith('+') && text !== 'pipefail') return undefined;
    if (/^-[a-z]*c$/.test(text)) return words[index + 1];
  }
  return undefined;
}
