import type { FetchCall } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const unhashedFetch: RuleOf<'nix'> = {
  id: 'expr-unhashed-fetch',
  summary: 'code fetches something that no hash or revision pins',
  help: 'Give the fetch a hash, e.g. from `nix-prefetch-url --unpack <url>` or `nix flake prefetch <ref>`.',
  references: ['CWE-494', 'T1195.001'],
  kinds: ['nix'],
  reasons: {
    evaluation: {
      summary: 'a fetcher of Nix itself runs without a hash, or without a revision for git',
      levels: levels('error'),
    },
    'evaluation/commit': {
      summary: 'the same, while the URL names a commit, or a variable that may be one',
      levels: levels('warning', 'error'),
    },
    'evaluation/test': {
      summary: 'the same inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
    derivation: {
      summary: 'a fetcher of nixpkgs has no hash attribute',
      levels: levels('error'),
    },
    'derivation/test': {
      summary: 'the same inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
    'flake-reference': {
      summary: '`builtins.getFlake` or `fetchTree` takes a reference without revision or hash',
      levels: levels('error'),
      help: 'Make it an input of flake.nix, or write the revision into the reference.',
    },
    'flake-reference/test': {
      summary: 'the same inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
  },
  *check({ model }) {
    for (const fetch of model.fetches) {
      if (fetch.pin === 'hash') continue;
      const grade = gradeOf(fetch);
      yield {
        reason: fetch.by,
        ...(grade !== undefined && { grade }),
        subject: fetch.fn,
        at: fetch.at,
        message: `${fetch.fn} fetches without ${expected(fetch)}: whoever serves it chooses what is evaluated or built`,
      };
    }
  },
};

function gradeOf({ by, inTest, pin }: FetchCall): string | undefined {
  if (inTest) return `${by}/test`;
  return by === 'evaluation' && pin === 'commit' ? 'evaluation/commit' : undefined;
}

function expected({ by, fn }: FetchCall): string {
  if (by === 'flake-reference' || fn === 'fetchTree') return 'a revision or narHash';
  return fn === 'fetchGit' || fn === 'fetchMercurial' ? 'a revision' : 'a hash';
}
