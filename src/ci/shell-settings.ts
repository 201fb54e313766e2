import type {
  SettingContainer,
  SettingEnvironment,
  SettingsBlock,
  WrittenSetting,
} from '../model/setting.ts';
import { plainEnvironment } from '../model/setting.ts';
import type { ShellCommand, ShellScript, Word } from '../model/shell.ts';
import { assignment } from '../settings/assignment.ts';
import { confBlock } from '../settings/block.ts';
import { assignedName, valueOf } from '../parse/shell/simple.ts';
import { confWrites } from './conf-writes.ts';
import type { Content } from './content.ts';
import { wordContent } from './content.ts';
import { flagSettings } from './flag-settings.ts';
import type { NixCommand } from './nix-command.ts';
import { nixCommands } from './nix-command.ts';

/** Every place in a shell script that sets Nix settings, each a block of its own. */
export function shellSettings(
  script: ShellScript,
  environment: Partial<SettingEnvironment>,
): readonly SettingsBlock[] {
  return [
    ...confWrites(script).map(({ file, content }) =>
      contentBlock(content, 'workflow-input', file, environment),
    ),
    ...script.commands.flatMap((command) =>
      nixConfigs(command).map((content) =>
        contentBlock(content, 'NIX_CONFIG', 'NIX_CONFIG', environment),
      ),
    ),
    ...nixCommands(script).flatMap((command) => flagBlock(command, environment)),
  ];
}

/** nix.conf text with places, read into a block; `extra` lines come before or after it. */
export function contentBlock(
  content: Content,
  container: SettingContainer,
  label: string,
  environment: Partial<SettingEnvironment>,
  extra: { readonly before: WrittenSetting[]; readonly after: WrittenSetting[] } = {
    before: [],
    after: [],
  },
): SettingsBlock {
  const facts = { container, label, environment };
  const block = confBlock(content.text, facts, { at: content.locate, opaque: content.opaque });
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

/** Values of `NIX_CONFIG`: assigned before a command, by `export`, `declare` or `env`, or sent to `$GITHUB_ENV`. */
function nixConfigs(command: ShellCommand): Content[] {
  const assigned = command.assignments.filter(({ name }) => name === 'NIX_CONFIG');
  return [...assigned.map(({ value }) => value), ...command.words.flatMap(nixConfigWord)]
    .map(wordContent)
    .filter(({ text }) => text !== '');
}

function nixConfigWord(word: Word): Word[] {
  const assigned = assignedName(word);
  return assigned?.name === 'NIX_CONFIG' ? [valueOf(word, assigned.length)] : [];
}
