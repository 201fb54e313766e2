import type { ShellCommand, ShellScript, Word } from '../model/shell.ts';
import type { Content } from './content.ts';
import { joinContents } from './content.ts';
import { copiedBy, copyOf } from './copied.ts';
import { invocationsOf } from './invocation.ts';
import { fedTo, printedBy } from './printed.ts';

/** Text a script writes into one file, in order. */
export type FileWrite = { readonly file: string; readonly content: Content };

/** `$GITHUB_ENV`, as a shell word shows it. */
export const envName = /^\$\{?GITHUB_ENV\}?$/;

const confName = /(?:^|\/)nix(?:\.custom)?\.conf$/;

/** The nix.conf files a script writes. */
export function confWrites(script: ShellScript): readonly FileWrite[] {
  return fileWrites(script, confName);
}

/** What a script hands to the steps after it as environment. */
export function envWrites(script: ShellScript): readonly FileWrite[] {
  return fileWrites(script, envName);
}

/**
 * The files a script writes: `echo … >> file`, `cat > file <<E`, `… | tee -a file`, groups redirected into one, and
 * files of the checkout copied there. Text from other programs is not known. A file that is written anew is one more: its
 * old text was in force until then, or is in another branch.
 */
function fileWrites(script: ShellScript, wanted: RegExp): readonly FileWrite[] {
  const files = new Map<string, Text>();
  const texts: Text[] = [];
  const feeders = feedersOf(script);
  for (const [index, command] of script.commands.entries()) {
    const targets = targetsOf(command, wanted);
    const isWriter = targets.length > 0 && command.words.length > 0;
    const content = isWriter ? writtenBy(command, feeders.get(index) ?? []) : undefined;
    for (const { file, append, by } of targets) {
      let open = files.get(file);
      // The commands of a group share one redirection, which empties the file once.
      if (open === undefined || (!append && open.by !== by)) {
        open = { file, parts: [], by };
        files.set(file, open);
        texts.push(open);
      }
      open.by = by;
      if (content !== undefined) open.parts.push(content);
    }
  }
  return texts
    .filter(({ parts }) => parts.length > 0)
    .map(({ file, parts }) => ({ file, content: joinContents(parts) }));
}

type Text = { readonly file: string; readonly parts: Content[]; by: object };

type Target = { readonly file: string; readonly append: boolean; readonly by: object };

/** Files one command writes the same text into; more of them would be read again and again for nothing new. */
const MAX_TARGETS = 16;

/** The files of a wanted name that a command writes, each once. */
export function targetsOf(command: ShellCommand, wanted: RegExp): readonly Target[] {
  const targets = command.redirections
    .filter(({ operator }) => operator.includes('>'))
    .map((by) => ({ file: by.target.value.text, append: by.operator.includes('>>'), by }));
  const [invocation] = invocationsOf(command);
  const teed = invocation?.program === 'tee' ? invocation.args : [];
  const append = teed.some(isAppend);
  const to = copyOf(invocation)?.to;
  const all = [
    ...targets,
    ...teed.map((by) => ({ file: by.value.text, append, by })),
    ...(to === undefined ? [] : [{ file: to.value.text, append: false, by: to }]),
  ];
  const found = all.filter(({ file }) => wanted.test(file)).map((one) => [one.file, one] as const);
  return [...new Map(found).values()].slice(0, MAX_TARGETS);
}

function isAppend(word: Word): boolean {
  return word.value.text === '-a' || word.value.text === '--append';
}

/** What goes into the file: what the command prints, or what it is fed by itself or by the stage before it. */
function writtenBy(command: ShellCommand, feeders: readonly ShellCommand[]): Content | undefined {
  const own = printedBy(command) ?? fedTo(command) ?? copiedBy(command);
  if (own !== undefined) return own;
  const fed = feeders.flatMap((feeder) => printedBy(feeder) ?? copiedBy(feeder) ?? []);
  return fed.length === 0 ? undefined : joinContents(fed);
}

/** The commands whose output is piped into another, by the index of that one. */
function feedersOf({ commands }: ShellScript): ReadonlyMap<number, readonly ShellCommand[]> {
  const feeders = new Map<number, ShellCommand[]>();
  for (const command of commands) {
    if (command.pipesInto === undefined) continue;
    const fed = feeders.get(command.pipesInto);
    if (fed === undefined) feeders.set(command.pipesInto, [command]);
    else fed.push(command);
  }
  return feeders;
}
