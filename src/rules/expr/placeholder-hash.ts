import type { HashUse } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const placeholderHash: RuleOf<'nix'> = {
  id: 'expr-placeholder-hash',
  summary: 'a hash only holds the place of the real one',
  help: 'Build once, check what was downloaded, and write the hash that Nix prints.',
  references: ['CWE-353'],
  kinds: ['nix'],
  reasons: {
    placeholder: {
      summary: 'a hash is empty, all zeros, or a fake of nixpkgs such as `lib.fakeHash`',
      levels: levels('error'),
    },
    'placeholder/conditional': {
      summary: 'the same in a branch, a fallback or a comparison, where it may never be used',
      levels: levels('notice'),
    },
    'placeholder/test': {
      summary: 'the same inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
  },
  *check({ model }) {
    for (const use of model.hashes) {
      const what = shown(use);
      if (what === undefined) continue;
      yield {
        reason: 'placeholder',
        ...(use.inTest && { grade: 'placeholder/test' }),
        ...(use.conditional && { grade: 'placeholder/conditional' }),
        subject: use.name,
        at: use.at,
        message: `${what}: the build fails, and the hash it prints is of whatever was served`,
      };
    }
  },
};

function shown({ flaw, name }: HashUse): string | undefined {
  if (flaw === 'fake') return `${name} holds the place of a hash`;
  if (flaw === 'zero') return `${name} is all zeros`;
  return flaw === 'empty' ? `${name} is empty` : undefined;
}
