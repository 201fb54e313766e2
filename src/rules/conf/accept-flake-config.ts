import type { RuleOf } from '../../model/rule.ts';
import type { Assignment, SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { contributors, replaceWord, spotOf } from '../../settings/spot.ts';

export const acceptFlakeConfig: RuleOf<'settings'> = {
  id: 'conf-accept-flake-config',
  summary: 'any flake may change Nix settings without asking',
  help: 'Remove it, and list the caches with their keys where it stands.',
  references: ['CWE-829', 'T1548'],
  kinds: ['settings'],
  reasons: {
    enabled: {
      summary: 'accept-flake-config is effectively true',
      levels: levels('warning', 'error'),
    },
    'enabled/powerful': {
      summary:
        'the same where secrets, write permission, a privileged pull-request trigger or a whole system is at stake',
      levels: levels('error'),
    },
    implicit: {
      summary: 'an action switches it on unasked in a workflow that runs code of pull requests',
      levels: levels('warning', 'error'),
      help: 'Use an installer that does not, or pass `--no-accept-flake-config` to Nix.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      const setting = effectiveSettings(block).get('accept-flake-config');
      const last = setting?.contributing.at(-1);
      if (setting === undefined || last === undefined || switchOf(setting) !== true) continue;
      if (last.implicit !== undefined && !block.environment.pullRequest) continue;
      yield {
        ...gradeOf(block, last),
        subject: 'accept-flake-config',
        ...spotOf(last),
        message: `${last.implicit ?? block.label} accepts the settings of every flake, hooks and caches included`,
        related: contributors(document, setting, last),
        ...replaceWord(document, setting.tokens[0], 'false', 'ask instead', 'unsafe'),
      };
    }
  },
};

function gradeOf(
  { container, environment }: SettingsBlock,
  last: Assignment,
): { readonly reason: string; readonly grade?: string } {
  if (last.implicit !== undefined) return { reason: 'implicit' };
  const system = container === 'nixos-option' || environment.systemWide;
  const powerful = environment.privileged || system;
  return powerful ? { reason: 'enabled', grade: 'enabled/powerful' } : { reason: 'enabled' };
}
