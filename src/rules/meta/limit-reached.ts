import { levels } from '../../model/severity.ts';
import type { Problem } from '../../model/finding.ts';
import type { SettingContainer, SettingGap, SettingsBlock } from '../../model/setting.ts';
import type { RuleOf } from '../../model/rule.ts';

export const limitReached: RuleOf<'unreadable' | 'settings'> = {
  id: 'meta-limit-reached',
  summary: 'a limit of the linter was reached, so the result is incomplete',
  help: 'Make the file smaller or flatter, or leave it out with files.exclude in the policy.',
  references: ['CWE-400', 'CWE-636'],
  kinds: ['unreadable', 'settings'],
  reasons: {
    limit: {
      summary: 'a file is larger, or nested deeper, than the linter reads',
      levels: levels('error'),
    },
    include: {
      summary: 'Nix settings include a file that the linter could not read, or too many of them',
      levels: levels('error'),
      help: 'Include fewer files, and commit regular, readable ones.',
    },
    unseen: {
      summary: 'Nix settings include a file that is not in the repository',
      levels: levels('off', 'notice'),
      help: 'Keep settings in the repository and only credentials outside of it.',
    },
    'unseen/optional': {
      summary: 'the same by `!include`, as credentials are kept out of it',
      levels: levels('off', 'off', 'notice'),
    },
    'unseen/ci': {
      summary: 'the same in a workflow, script or container image',
      levels: levels('notice'),
    },
    'unseen/line': {
      summary: 'lines of Nix settings are filled in when they are used',
      levels: levels('off', 'off', 'notice'),
      help: 'Write the settings down where they are used.',
    },
  },
  *check(document) {
    if (document.kind === 'settings') {
      for (const block of document.model.blocks) yield* unreadSettings(block);
      return;
    }
    const { path, model } = document;
    if (model.cause !== 'limit') return;
    yield {
      reason: 'limit',
      subject: path,
      at: model.at,
      message: model.problem,
      help: model.help,
    };
  },
};

const ciContainers: ReadonlySet<SettingContainer> = new Set([
  'NIX_CONFIG',
  'workflow-input',
  'dockerfile',
]);

function* unreadSettings({ container, faults, gaps, label }: SettingsBlock): Generator<Problem> {
  for (const { at, message, path, reason } of faults) {
    if (reason !== 'unread') continue;
    yield {
      reason: 'include',
      subject: 'include',
      at,
      ...(path !== undefined && { path }),
      message,
    };
  }
  for (const { at, kind, path } of gaps) {
    const where = { at, ...(path !== undefined && { path }) };
    const what = kind === 'line' ? 'lines that are' : 'a file that is';
    const when = kind === 'line' ? 'filled in when it is used' : 'not in the repository';
    yield {
      reason: 'unseen',
      ...gradeOf(kind, container),
      subject: kind === 'line' ? label : 'include',
      ...where,
      message: `${label} takes settings from ${what} ${when}: they were not checked`,
    };
  }
}

function gradeOf(kind: SettingGap['kind'], container: SettingContainer): { grade?: string } {
  if (kind === 'line') return { grade: 'unseen/line' };
  if (ciContainers.has(container)) return { grade: 'unseen/ci' };
  return kind === 'optional' ? { grade: 'unseen/optional' } : {};
}
