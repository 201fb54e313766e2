import { levels } from '../../model/severity.ts';
import type { RuleOf } from '../../model/rule.ts';

export const parseError: RuleOf<'unreadable' | 'flake-lock'> = {
  id: 'meta-parse-error',
  summary: 'a file that had to be judged could not be read or parsed',
  help: 'Repair the file, or leave it out with files.exclude in the policy.',
  references: ['CWE-20', 'CWE-636'],
  kinds: ['unreadable', 'flake-lock'],
  reasons: {
    parse: {
      summary: 'a file is no text, or does not follow the grammar of its format',
      levels: levels('error'),
    },
    node: {
      summary: 'an input of a lock lacks what Nix demands, or has it in another type',
      levels: levels('error'),
      help: 'Regenerate the lock with `nix flake lock`; do not edit it by hand.',
    },
  },
  *check(document) {
    if (document.kind === 'flake-lock') {
      for (const { subject, at, message } of document.model.faults) {
        yield { reason: 'node', subject, at, message };
      }
      return;
    }
    const { cause, at, problem, help } = document.model;
    if (cause !== 'parse') return;
    yield { reason: 'parse', subject: document.path, at, message: problem, help };
  },
};
