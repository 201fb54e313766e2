import { stringAttr } from '../../model/flake-lock.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredSources } from '../../parse/declared-input.ts';
import { splitUrl } from '../../parse/url-parts.ts';

/** Hosts whose URLs are made to move, and answer with a locked one. */
const channels: ReadonlySet<string> = new Set([
  'flakehub.com',
  'api.flakehub.com',
  'channels.nixos.org',
  'nixos.org',
]);

export const mutableTarball: RuleOf<'flake-nix'> = {
  id: 'flake-mutable-tarball',
  summary: 'an input is an archive of a branch, whose content changes under one URL',
  help: 'Use the forge reference, e.g. `github:owner/repo/branch`, which locks a revision.',
  references: ['CWE-494'],
  kinds: ['flake-nix'],
  reasons: {
    branch: {
      summary: 'the URL of a tarball or file ends in a branch name or `latest`',
      levels: levels('off', 'warning'),
    },
  },
  *check({ model }) {
    for (const { input, set, at } of declaredSources(model)) {
      const type = stringAttr(set, 'type');
      const parts = splitUrl(stringAttr(set, 'url') ?? '');
      if ((type !== 'tarball' && type !== 'file') || parts === undefined) continue;
      const branch = channels.has(parts.host) ? undefined : branchIn(parts.path);
      if (branch === undefined) continue;
      const message = `the archive of "${branch}" on ${parts.host} is replaced with every push, expected a revision`;
      yield { reason: 'branch', subject: input.name, at, message, evidence: parts.path };
    }
  },
};

function branchIn(path: string): string | undefined {
  const archive =
    /\/archive\/(?:refs\/heads\/(.+?)|(main|master|HEAD|develop|trunk))(?:\.tar\.\w+|\.tgz|\.zip|$)/;
  const found = archive.exec(path);
  if (found !== null) return found[1] ?? found[2];
  const tarball = /\/tarball\/([^/]+)$/.exec(path)?.[1];
  if (tarball !== undefined && !/^[0-9a-f]{40}$|\d+\.\d+/.test(tarball)) return tarball;
  return path.split('/').includes('latest') ? 'latest' : undefined;
}
