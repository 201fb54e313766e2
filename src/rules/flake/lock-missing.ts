import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { besidePath, declaredSources } from '../../parse/declared-input.ts';

export const lockMissing: RuleOf<'flake-nix'> = {
  id: 'flake-lock-missing',
  summary: 'a flake has inputs and no committed flake.lock',
  help: 'Run `nix flake lock` and commit flake.lock.',
  references: ['CWE-353', 'T1195.001'],
  kinds: ['flake-nix'],
  reasons: {
    missing: {
      summary: 'a flake.nix with inputs has no tracked flake.lock beside it',
      levels: levels('error'),
    },
    ignored: {
      summary: 'git ignores the flake.lock of a flake with inputs',
      levels: levels('error'),
      help: 'Remove the pattern from .gitignore, and commit flake.lock.',
    },
    'ignored/present': {
      summary: 'the same while a flake.lock is there, which git leaves out unless it was forced in',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model, path }, { exists }) {
    const sources = declaredSources(model);
    const lock = besidePath(path, 'flake.lock');
    if (sources.length === 0 || exists === undefined) return;
    const isThere = exists(lock);
    const ignoring = model.lockIgnoredBy;
    if (isThere && ignoring === undefined) return;
    const at = model.inputsSpan ?? sources[0]?.at ?? { start: 0, end: 0 };
    const names = sources.map(({ input }) => input.name).slice(0, 5);
    yield {
      reason: ignoring === undefined ? 'missing' : 'ignored',
      ...(isThere && { grade: 'ignored/present' }),
      subject: lock,
      at,
      message:
        ignoring === undefined
          ? `no flake.lock pins ${names.join(', ')}: everyone builds what these mean today`
          : `${ignoring} keeps flake.lock out of the repository, which pins ${names.join(', ')}`,
      evidence: '',
    };
  },
};
