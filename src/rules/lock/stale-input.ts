import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { lockedInputs } from '../../parse/locked-input.ts';
import { repositoryOf, type SourceIdentity } from '../../parse/source-identity.ts';

/** Days after which an input deserves a look; nixpkgs carries the security updates of everything else. */
const maxAge = 180;
const maxNixpkgsAge = 45;

export const staleInput: RuleOf<'flake-lock'> = {
  id: 'lock-stale-input',
  summary: 'a direct input has not been updated for long',
  help: 'Run `nix flake update <input>`, or record why it stays.',
  references: ['CWE-1104'],
  kinds: ['flake-lock'],
  reasons: {
    stale: {
      summary: 'in an audit, a direct input is older than 180 days, nixpkgs older than 45',
      levels: levels('notice'),
    },
  },
  only: 'audit',
  *check({ model }, { mode, now }) {
    if (mode !== 'audit') return;
    for (const { at, direct, identity, locked, path } of lockedInputs(model)) {
      const time = locked.attrs.get('lastModified')?.value;
      // Nix writes 0 or 1 when the time is not known.
      if (!direct || typeof time !== 'number' || time <= 1) continue;
      const age = Math.floor((now.getTime() / 1000 - time) / 86_400);
      const limit = isNixpkgs(identity) ? maxNixpkgsAge : maxAge;
      if (age <= limit) continue;
      yield {
        reason: 'stale',
        subject: path,
        at: at('lastModified'),
        message: `locked content is ${age} days old, expected at most ${limit}`,
        evidence: `${time}`,
      };
    }
  },
};

function isNixpkgs(identity: SourceIdentity): boolean {
  if (
    identity.kind === 'url' &&
    /^(?:releases|channels)\.nixos\.org$/.test(identity.parts?.host ?? '')
  ) {
    return true;
  }
  return repositoryOf(identity)?.repo === 'nixpkgs';
}
