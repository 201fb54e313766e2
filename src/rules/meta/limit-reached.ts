import { levels } from '../../model/severity.ts';
import type { RuleOf } from '../../model/rule.ts';

export const limitReached: RuleOf<'unreadable'> = {
  id: 'meta-limit-reached',
  summary: 'a limit of the linter was reached, so the result is incomplete',
  help: 'Make the file smaller or flatter, or leave it out with files.exclude in the policy.',
  references: ['CWE-400', 'CWE-636'],
  kinds: ['unreadable'],
  reasons: {
    limit: {
      summary: 'a file is larger, or nested deeper, than the linter reads',
      levels: levels('error'),
    },
  },
  *check({ path, model }) {
    if (model.cause !== 'limit') return;
    yield {
      reason: 'limit',
      subject: path,
      at: model.at,
      message: model.problem,
      help: model.help,
    };
  },
};
