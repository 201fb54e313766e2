import type { ShellCommand, ShellScript, Word } from '../model/shell.ts';
import type { Content } from './content.ts';
import { joinContents } from './content.ts';
import { invocationsOf } from './invocation.ts';
import { fedTo, printedBy } from './printed.ts';

/** nix.conf text a script writes into one file, in order. */
export type ConfWrite = { readonly file: string; readonly content: Content };

const confName = /(?:^|\/)nix(?:\.custom)?\.conf$/;

/**
 * The nix.conf files a script writes: `echo … >> nix.conf`, `cat > nix.conf <<E`, `… | tee -a nix.conf`, groups
 * redirected into one. Text from other programs is not known.
 */
export function confWrites(script: ShellScript): readonly ConfWrite[] {
  const files = new Map<string, { parts: Content[]; by: object | undefined }>();
  for (const [index, command] of script.commands.entries()) {
    for (const { file, append, by } of targetsOf(command)) {
      const content = command.words.length > 0 ? writtenBy(script, index) : undefined;
      const open = files.get(file) ?? { parts: [], by: undefined };
      // The commands of a group share one redirection, which empties the file once.
      if (!append && open.by !== by) open.parts.length = 0;
      if (content !== undefined) open.parts.push(content);
      files.set(file, { parts: open.parts, by });
    }
  }
  return [...files]
    .filter(([, { parts }]) => parts.length > 0)
    .map(([file, { parts }]) => ({ file, content: joinContents(parts) }));
}

type Target = { readonly file: string; readonly append: boolean; readonly by: object };

function targetsOf(command: ShellCommand): Target[] {
  const targets = command.redirections
    .filter(({ operator }) => operator.includes('>'))
    .map((by) => ({ file: by.target.value.text, append: by.operator.includes('>>'), by }));
  const [invocation] = invocationsOf(command);
  const teed = invocation?.program === 'tee' ? invocation.args : [];
  const append = teed.some(isAppend);
  const all = [...targets, ...teed.map((by) => ({ file: by.value.text, append, by }))];
  return all.filter(({ file }) => confName.test(file));
}

function isAppend(word: Word): boolean {
  return word.value.text === '-a' || word.value.text === '--append';
}

/** What goes into the file: what the command prints, or what it is fed by itself or by the stage before it. */
function writtenBy(script: ShellScript, index: number): Content | undefined {
  const command = script.commands[index];
  if (command === undefined) return undefined;
  const own = printedBy(command) ?? fedTo(command);
  if (own !== undefined) return own;
  const feeders = feedersOf(script, index).flatMap((feeder) => printedBy(feeder) ?? []);
  return feeders.length === 0 ? undefined : joinContents(feeders);
}

/** The commands whose output is piped into this one; they stand right before it. */
function feedersOf(script: ShellScript, index: number): readonly ShellCommand[] {
  const feeders: ShellCommand[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const feeder = script.commands[at];
    if (feeder === undefined) break;
    if (feeder.pipesInto === index) feeders.unshift(feeder);
    else if (feeder.within?.by !== 'substitution' && feeder.within?.by !== 'process') break;
  }
  return feeders;
}
