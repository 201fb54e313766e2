import type { AttrSet } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { attrSpan, lockedInputs } from '../../parse/locked-input.ts';
import { identityText, sourceIdentity } from '../../parse/source-identity.ts';
import { insecureTransport } from '../../parse/source-place.ts';

export const insecureTransportRule: RuleOf<'flake-lock'> = {
  id: 'lock-insecure-transport',
  summary: 'an input is fetched over a connection anyone on the way can rewrite',
  help: 'Use `https` or `ssh` in flake.nix and re-lock the input.',
  references: ['CWE-319', 'T1557'],
  kinds: ['flake-lock'],
  reasons: {
    insecure: {
      summary: 'the scheme of the locked or declared URL is http, git, ftp or svn',
      levels: levels('error'),
    },
    loopback: {
      summary: 'the insecure URL names the machine itself',
      levels: levels('warning'),
      help: 'Publish the source: a server on loopback exists on one machine only.',
    },
  },
  *check({ model }) {
    for (const { locked, original, path } of lockedInputs(model)) {
      const problem =
        insecureProblem(path, locked) ?? (original && insecureProblem(path, original));
      if (problem !== undefined) yield problem;
    }
  },
};

function insecureProblem(subject: string, set: AttrSet): Problem | undefined {
  const transport = insecureTransport(set);
  if (transport === undefined) return undefined;
  const source = identityText(sourceIdentity(set));
  return {
    reason: transport.loopback ? 'loopback' : 'insecure',
    subject,
    at: attrSpan(set, 'url'),
    message: `fetched over ${transport.scheme} (${source}), expected https or ssh`,
    evidence: source,
  };
}
