import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const lookupPath: RuleOf<'nix'> = {
  id: 'expr-lookup-path',
  summary: 'code uses whatever the search path of the machine holds',
  help: 'Use an input of flake.nix, or a pinned source such as npins.',
  references: ['CWE-1357'],
  kinds: ['nix'],
  reasons: {
    lookup: {
      summary: 'a path in angle brackets, e.g. `<nixpkgs>`, is looked up in NIX_PATH',
      levels: levels('off', 'notice'),
    },
  },
  *check({ model }) {
    for (const { name, at } of model.lookups) {
      const message = `<${name}> is whatever NIX_PATH says on each machine`;
      yield { reason: 'lookup', subject: name, at, message };
    }
  },
};
