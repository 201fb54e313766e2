import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { warned } from '../../diff/levels.ts';

export const metadataTampered: RuleOf<'lock-change'> = {
  id: 'diff-metadata-tampered',
  summary: 'date or commit count changed while revision and content stayed',
  help: 'Regenerate the entry with `nix flake update <input>`: neither can change on its own.',
  references: ['CWE-345', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    'last-modified': { summary: '`lastModified` changed', levels: warned },
    'rev-count': { summary: '`revCount` changed', levels: warned },
  },
  check: ({ model }) => problemsOf(model, 'diff-metadata-tampered'),
};
