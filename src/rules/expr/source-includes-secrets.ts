import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const sourceIncludesSecrets: RuleOf<'nix'> = {
  id: 'expr-source-includes-secrets',
  summary: 'a source takes a whole folder, plain secrets included, into the store',
  help: 'Choose files with `lib.fileset`, and take the secrets out of git.',
  references: ['CWE-538', 'T1552.001'],
  kinds: ['nix'],
  reasons: {
    source: {
      summary: 'a folder is taken without a filter while tracked files in it hold plain secrets',
      levels: levels('warning'),
    },
  },
  *check({ model }) {
    for (const { at, count, files } of model.sources) {
      const more = count > files.length ? ` and ${count - files.length} more` : '';
      yield {
        reason: 'source',
        subject: files[0] ?? '',
        at,
        message: `the source takes ${files.join(', ')}${more} into the world-readable store`,
        evidence: files.join('\0'),
        related: files.map((path) => ({
          path,
          span: { start: 0, end: 0 },
          message: 'plain secret',
        })),
      };
    }
  },
};
