import type { RuleOf } from '../../model/rule.ts';
import { problemsOf } from '../../diff/problems.ts';
import { refused, requested, told } from '../../diff/levels.ts';

export const inputAdded: RuleOf<'lock-change'> = {
  id: 'diff-input-added',
  summary: 'an input is new',
  help: 'Review the source as you would a new dependency, and add it to the inventory when there is one.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['lock-change'],
  reasons: {
    root: { summary: 'the repository declares a new input', levels: requested },
    'new-identity': {
      summary: 'an input of an input is new, from a source that occurred nowhere before',
      levels: requested,
      help: 'Review the source, or share one you have with `follows`.',
    },
    unlisted: { summary: 'an inventory exists and does not list the new input', levels: refused },
    transitive: {
      summary: 'an input of an input is new, from a source known before',
      levels: told,
    },
    follows: { summary: 'a new input follows another one', levels: told },
  },
  check: ({ model }) => problemsOf(model, 'diff-input-added'),
};
