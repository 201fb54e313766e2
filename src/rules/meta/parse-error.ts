import { levels } from '../../model/severity.ts';
import type { RuleOf } from '../../model/rule.ts';

export const parseError: RuleOf<'unreadable'> = {
  id: 'meta-parse-error',
  summary: 'a file that had to be judged could not be read or parsed',
  help: 'Repair the file, or leave it out with files.exclude in the policy.',
  references: ['CWE-20', 'CWE-636'],
  kinds: ['unreadable'],
  reasons: {
    parse: {
      summary: 'a file is no text, or does not follow the grammar of its format',
      levels: levels('error'),
    },
  },
  *check({ path, model }) {
    if (model.cause !== 'parse') return;
    yield { reason: 'parse', subject: path, at: model.at, message: model.problem };
  },
};
