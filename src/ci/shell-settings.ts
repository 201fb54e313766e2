import type {
  SettingContainer,
  SettingEnvironment,
  SettingsBlock,
  WrittenSetting,
} from '../model/setting.ts';
import { plainEnvironment } from '../model/setting.ts';
import type { ShellScript } from '../model/shell.ts';
import type { Includable } from '../parse/nix-conf.ts';
import { assignment } from '../settings/assignment.ts';
import { confBlock } from '../settings/block.ts';
import { assignmentsIn } from '../parse/shell/simple.ts';
import { confWrites, envName, envWrites, targetsOf } from './conf-writes.ts';
import type { Content } from './content.ts';
import type { Variable } from './env-file.ts';
import { envFileVariables } from './env-file.ts';
import { joinContents, madeUp, splitContent, wordContent } from './content.ts';
import { flagSettings } from './flag-settings.ts';
import type { NixCommand } from './nix-command.ts';
import { nixCommands } from './nix-command.ts';
import { printedBy } from './printed.ts';

/** Where settings stand, and the files of the repository they may include. */
export type Around = {
  readonly environment: Partial<SettingEnvironment>;
  readonly files?: Includable;
};

/** Every place in a shell script that sets Nix settings, each a block of its own. */
export function shellSettings(script: ShellScript, around: Around): readonly SettingsBlock[] {
  return [
    ...confWrites(script).map(({ file, content }) =>
      contentBlock(content, 'workflow-input', file, around),
    ),
    ...[
      ...assignedIn(script),
      ...envWrites(script).flatMap(({ content }) => envFileVariables(content)),
    ].flatMap(({ name, content }) => variableBlock(name, content, around)),
    ...nixCommands(script).flatMap((command) => flagBlock(command, around.environment)),
  ];
}

/** What an environment variable sets: nix.conf text, or the files it is read from. */
export function variableBlock(
  name: string,
  content: Content,
  around: Around,
): readonly SettingsBlock[] {
  if (name === 'NIX_CONFIG') return [contentBlock(content, name, name, around)];
  if (name !== 'NIX_USER_CONF_FILES') return [];
  // Relative paths count from the folder Nix runs in, as a rule the top of the checkout.
  const files = around.files === undefined ? {} : { files: { ...around.files, path: '' } };
  const block = contentBlock(includesOf(content), 'NIX_CONFIG', name, { ...around, ...files });
  return block.assignments.length + block.faults.length + block.gaps.length === 0 ? [] : [block];
}

/** The files of `NIX_USER_CONF_FILES` as includes: the first one wins, so it comes last, and any may be absent. */
function includesOf(content: Content): Content {
  const named = splitContent(content, ':').filter(
    ({ text }) => text.trim() !== '' && text.trim() !== '/dev/null',
  );
  const lines = named.toReversed().flatMap((file) => {
    const [start, end] = [file.locate(0), file.locate(file.text.length)];
    return [madeUp('!include ', start), file, madeUp('\n', end)];
  });
  return joinContents(lines);
}

/** nix.conf text with places, read into a block; `extra` lines come before or after it. */
export function contentBlock(
  content: Content,
  container: SettingContainer,
  label: string,
  { environment, files }: Around,
  extra: { readonly before: WrittenSetting[]; readonly after: WrittenSetting[] } = {
    before: [],
    after: [],
  },
): SettingsBlock {
  const facts = { container, label, environment };
  const block = confBlock(content.text, facts, {
    at: content.locate,
    opaque: content.opaque,
    ...(files && { files }),
  });
  const assignments = [
    ...extra.before.map(assignment),
    ...block.assignments,
    ...extra.after.map(assignment),
  ];
  return { ...block, assignments };
}

function flagBlock(
  command: NixCommand,
  environment: Partial<SettingEnvironment>,
): readonly SettingsBlock[] {
  const { written, flags } = flagSettings(command);
  if (written.length === 0 && flags.length === 0) return [];
  const block: SettingsBlock = {
    container: 'shell-flag',
    label: `${command.program} ${command.subcommand}`.trim(),
    assignments: written.map(assignment),
    faults: [],
    gaps: [],
    flags,
    environment: { ...plainEnvironment, ...environment },
  };
  return [block];
}

/** Variables assigned before a command, by `export`, `declare`, `env` or an argument such as `-e NAME=value`. */
function assignedIn({ commands }: ShellScript): readonly Variable[] {
  const handsOver = commands.map((command) => targetsOf(command, envName).length > 0);
  return commands.flatMap((command, index) => {
    const isHanded = handsOver[index] === true || handsOver[command.pipesInto ?? -1] === true;
    // What is printed to $GITHUB_ENV is read as such a file.
    const isRead = isHanded && printedBy(command) !== undefined;
    return [...command.assignments, ...(isRead ? [] : assignmentsIn(command.words))]
      .map(({ name, value }) => ({ name, content: wordContent(value) }))
      .filter(({ content }) => content.text !== '');
  });
}
