import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { Assignment, SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import type { EffectiveSetting } from '../../settings/effective.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { turnSwitch } from '../../settings/repair.ts';
import { contributors, related, spotOf } from '../../settings/spot.ts';

export const acceptFlakeConfig: RuleOf<'settings'> = {
  id: 'conf-accept-flake-config',
  summary: 'any flake may change Nix settings without asking',
  help: 'Remove it, and name the caches it is for in extra-substituters and their keys in extra-trusted-public-keys.',
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
    for (const [first, ...more] of byJob(accepting(document.model.blocks))) {
      if (first !== undefined) yield problemOf(document, first, more);
    }
  },
};

/** What belongs to one job together; what belongs to none alone. */
function byJob(found: readonly Accepting[]): Iterable<readonly Accepting[]> {
  const jobs = new Map<string | Accepting, Accepting[]>();
  for (const one of found) {
    const key = one.block.environment.job ?? one;
    const same = jobs.get(key);
    if (same === undefined) jobs.set(key, [one]);
    else same.push(one);
  }
  return jobs.values();
}

/** A container that effectively accepts, and the line that makes it so. */
type Accepting = {
  readonly block: SettingsBlock;
  readonly setting: EffectiveSetting;
  readonly last: Assignment;
};

/** Those with a line of their own come first: a job gets one finding. */
function accepting(blocks: readonly SettingsBlock[]): readonly Accepting[] {
  const found = blocks.flatMap((block): Accepting[] => {
    const setting = effectiveSettings(block).get('accept-flake-config');
    const last = setting?.contributing.at(-1);
    if (setting === undefined || last === undefined || switchOf(setting) !== true) return [];
    if (last.implicit !== undefined && !block.environment.pullRequest) return [];
    return [{ block, setting, last }];
  });
  const isImplicit = ({ last }: Accepting): boolean => last.implicit !== undefined;
  return [...found.filter((one) => !isImplicit(one)), ...found.filter(isImplicit)];
}

function problemOf(
  document: DocumentOf<'settings'>,
  { block, setting, last }: Accepting,
  others: readonly Accepting[],
): Problem {
  const label = last.implicit ?? block.label;
  return {
    ...gradeOf(block, last),
    subject: 'accept-flake-config',
    ...spotOf(last),
    message: `${label} accepts whatever nixConfig the flake it is given has${stakeOf(block)}`,
    related: [
      ...contributors(document, setting, last),
      ...others
        .slice(0, maxRelated)
        .map((other) => related(document, other.last, 'the same job accepts it here as well')),
    ],
    ...turnSwitch(document, last, 'false', { title: 'ask instead', safety: 'unsafe' }),
  };
}

/** More places than anybody reads. */
const maxRelated = 16;

const stakes = {
  trigger: ', in a job that has the rights of the repository on behalf of outsiders',
  secrets: ', in a job that has secrets',
  write: ', in a job that may write',
} as const;

function stakeOf({ container, environment }: SettingsBlock): string {
  if (environment.privilege !== undefined) return stakes[environment.privilege];
  const system = container === 'nixos-option' || environment.systemWide;
  return system ? ', for every user of the system' : '';
}

function gradeOf(
  { container, environment }: SettingsBlock,
  last: Assignment,
): { readonly reason: string; readonly grade?: string } {
  if (last.implicit !== undefined) return { reason: 'implicit' };
  const system = container === 'nixos-option' || environment.systemWide;
  const powerful = environment.privileged || system;
  return powerful ? { reason: 'enabled', grade: 'enabled/powerful' } : { reason: 'enabled' };
}
