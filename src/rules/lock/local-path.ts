import { stringAttr } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { placeOf } from '../../parse/source-place.ts';
import { decidingPattern } from '../../policy/inventory.ts';

export const localPath: RuleOf<'flake-lock'> = {
  id: 'lock-local-path',
  summary: 'an input is locked to a path of the machine that wrote the lock',
  help: 'Publish the source and re-lock; keep local work out of the lock with `--override-input` and `--no-write-lock-file`.',
  references: ['CWE-706', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    absolute: {
      summary: 'the path is absolute, or the URL is `file:`',
      levels: levels('error'),
    },
    store: {
      summary: 'a direct input is locked to a `/nix/store` path',
      levels: levels('warning', 'error'),
      help: 'Re-lock without a user registry entry for it: name the source in flake.nix and run `nix flake update <input>`.',
    },
    'store/transitive': {
      summary: "an input of an input is locked to a `/nix/store` path by upstream's lock",
      levels: levels('notice', 'warning'),
      help: 'Use `follows` for this input, or have upstream re-lock.',
    },
    'relative-file': {
      summary: 'a relative `git+file:` input, unless policy lists it under `allow-local-inputs`',
      levels: levels('notice'),
      help: 'Use a relative `path:` input, or list it under `allow-local-inputs`.',
    },
  },
  *check({ model }, { now, policy }) {
    for (const input of lockedInputs(model)) {
      const problem = localProblem(input);
      if (problem === undefined) continue;
      const isOptional = problem.reason === 'relative-file';
      if (isOptional && decidingPattern(policy.localInputs, input.path, 'path', now)) continue;
      yield problem;
    }
  },
};

function localProblem({ at, direct, identity, locked, path }: LockedInput): Problem | undefined {
  const place = placeOf(locked);
  const attribute = stringAttr(locked, 'type') === 'path' ? 'path' : 'url';
  const value = identity.kind === 'url' ? identity.url : (stringAttr(locked, attribute) ?? '');
  const found = { subject: path, at: at(attribute), evidence: value };
  switch (place) {
    case 'remote':
      return undefined;
    case 'absolute':
      return {
        ...found,
        reason: 'absolute',
        message: `locked to the local ${attribute} ${value}, expected a published source`,
      };
    case 'store':
      return {
        ...found,
        reason: 'store',
        ...(!direct && { grade: 'store/transitive' }),
        message: `locked to the store path ${value}, which other machines lack`,
      };
    case 'relative':
      break;
  }
  if (attribute === 'path') return undefined;
  const message = `locked to the relative URL ${value}, which only works from one directory`;
  return { ...found, reason: 'relative-file', message };
}
