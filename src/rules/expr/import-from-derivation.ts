import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const importFromDerivation: RuleOf<'nix'> = {
  id: 'expr-import-from-derivation',
  summary: 'evaluation builds something and reads the result',
  help: 'Generate the file and commit it; check with `--no-allow-import-from-derivation`.',
  references: ['CWE-829'],
  kinds: ['nix'],
  reasons: {
    build: {
      summary: 'a file is read out of a derivation while evaluating',
      levels: levels('off', 'notice'),
    },
  },
  *check({ model }) {
    for (const { at, builder, fn } of model.derivationReads) {
      const message = `${fn} waits for ${builder}: whoever evaluates builds it, and runs what it made`;
      yield { reason: 'build', subject: builder, at, message };
    }
  },
};
