import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const weakHash: RuleOf<'nix'> = {
  id: 'expr-weak-hash',
  summary: 'a download is checked with a hash that can be forged',
  help: 'Use sha256: `nix hash file` or `nix-prefetch-url` prints it.',
  references: ['CWE-328'],
  kinds: ['nix'],
  reasons: {
    md5: {
      summary: 'the hash is an md5, for which collisions are made in seconds',
      levels: levels('error'),
    },
    'md5/test': { summary: 'the same inside a NixOS test', levels: levels('notice', 'warning') },
    sha1: {
      summary: 'the hash is a sha1, for which collisions are known',
      levels: levels('warning', 'error'),
    },
    'sha1/test': { summary: 'the same inside a NixOS test', levels: levels('notice') },
  },
  *check({ model }) {
    for (const { at, flaw, inTest, name } of model.hashes) {
      if (flaw !== 'md5' && flaw !== 'sha1') continue;
      const grade = inTest ? { grade: `${flaw}/test` } : {};
      const message = `${name} is ${flaw}, expected sha256: two files with one ${flaw} can be made`;
      yield { reason: flaw, ...grade, subject: name, at, message };
    }
  },
};
