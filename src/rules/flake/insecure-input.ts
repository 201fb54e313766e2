import type { Fix, Problem } from '../../model/finding.ts';
import type { FlakeInput } from '../../model/flake-nix.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredSources, type DeclaredSource } from '../../parse/declared-input.ts';
import { identityText, sourceIdentity } from '../../parse/source-identity.ts';
import { insecureTransport } from '../../parse/source-place.ts';

export const insecureInput: RuleOf<'flake-nix'> = {
  id: 'flake-insecure-input',
  summary: 'an input is declared over a connection anyone on the way can rewrite, or unverified',
  help: 'Use `https` or `ssh`, and re-lock the input.',
  references: ['CWE-319', 'T1557'],
  kinds: ['flake-nix'],
  reasons: {
    transport: {
      summary: 'the declared URL is http, git, ftp or svn',
      levels: levels('error'),
    },
    'transport/loopback': {
      summary: 'the insecure URL names the machine itself',
      levels: levels('warning'),
    },
    unverified: {
      summary: '`verifyCommit` is false although public keys are given',
      levels: levels('error'),
      help: 'Remove `verifyCommit = false`: with keys, Nix verifies by default.',
    },
  },
  *check({ model, path, text }) {
    for (const source of declaredSources(model)) {
      const problem = transportProblem(source, path, text) ?? unverified(source);
      if (problem !== undefined) yield problem;
    }
  },
};

function transportProblem(
  { input, set, at }: DeclaredSource,
  path: string,
  text: string,
): Problem | undefined {
  const transport = insecureTransport(set);
  if (transport === undefined) return undefined;
  return {
    reason: 'transport',
    ...(transport.loopback && { grade: 'transport/loopback' }),
    subject: input.name,
    at: input.url?.span ?? at,
    message: `declared over ${transport.scheme} (${identityText(sourceIdentity(set))}), expected https or ssh`,
    evidence: transport.scheme,
    ...schemeFix(input, path, text),
  };
}

const encrypted: ReadonlyMap<string, string> = new Map([
  ['http', 'https'],
  ['git+http', 'git+https'],
  ['hg+http', 'hg+https'],
  ['tarball+http', 'tarball+https'],
  ['file+http', 'file+https'],
  ['git', 'git+https'],
]);

/** Unsafe: whether the server answers over https is not known. */
function schemeFix({ url }: FlakeInput, path: string, text: string): { readonly fix?: Fix } {
  if (url === undefined) return {};
  const written = text.slice(url.span.start, url.span.end);
  const scheme = /^["']*([a-z+]+):\/\//.exec(written)?.[1] ?? '';
  const better = encrypted.get(scheme);
  if (better === undefined) return {};
  const start = url.span.start + written.indexOf(scheme);
  const edits = [{ path, span: { start, end: start + scheme.length }, text: better }];
  return { fix: { title: `fetch over ${better}`, safety: 'unsafe', edits } };
}

function unverified({ input, set, at }: DeclaredSource): Problem | undefined {
  const found = set.attrs.get('verifyCommit');
  const hasKeys = set.attrs.has('publicKey') || set.attrs.has('publicKeys') || input.publicKeysSpan;
  if (found?.value !== false || !hasKeys) return undefined;
  return {
    reason: 'unverified',
    subject: input.name,
    at: input.attrs.get('verifyCommit')?.span ?? at,
    message: 'public keys are given and the signature of the commit is not checked',
  };
}
