import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { attrSpan, type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { endOfLife, nixpkgsRelease } from '../../parse/nixpkgs-channel.ts';

/** How long before the end of support a notice starts to remind. */
const noticeDays = 30;

export const nixpkgsEol: RuleOf<'flake-lock'> = {
  id: 'lock-nixpkgs-eol',
  summary: 'a nixpkgs release gets no security updates any more',
  help: 'Move the input to a supported release or to nixos-unstable.',
  references: ['CWE-1104'],
  kinds: ['flake-lock'],
  reasons: {
    eol: {
      summary: 'a direct input follows a release past its end of support',
      levels: levels('warning', 'error'),
    },
    'eol/transitive': {
      summary: 'an input of an input follows a release past its end of support',
      levels: levels('off', 'notice'),
      help: 'Let it follow a supported nixpkgs with `follows`.',
    },
    soon: { summary: 'support ends within 30 days', levels: levels('notice') },
  },
  *check({ model }, { now }) {
    const today = now.toISOString().slice(0, 10);
    const soon = new Date(now.getTime() + noticeDays * 86_400_000).toISOString().slice(0, 10);
    for (const input of lockedInputs(model)) {
      if (input.original === undefined) continue;
      const problem = ended(input, input.original, today, soon);
      if (problem !== undefined) yield problem;
    }
  },
};

function ended(
  { direct, path }: LockedInput,
  original: AttrSet,
  today: string,
  soon: string,
): Problem | undefined {
  const release = nixpkgsRelease(original);
  const end = release === undefined ? undefined : endOfLife(release);
  if (release === undefined || end === undefined || end > soon) return undefined;
  const attribute = stringAttr(original, 'ref') === undefined ? 'url' : 'ref';
  const found = { subject: path, at: attrSpan(original, attribute), evidence: release };
  if (end < today) {
    const message = `nixpkgs ${release} has had no security updates since ${end}`;
    return { ...found, reason: 'eol', ...(!direct && { grade: 'eol/transitive' }), message };
  }
  if (!direct) return undefined;
  const message = `nixpkgs ${release} gets no security updates after ${end}`;
  return { ...found, reason: 'soon', message };
}
