import type { Fix } from '../../model/finding.ts';
import type { SecretPath } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const secretPathLiteral: RuleOf<'nix'> = {
  id: 'expr-secret-path-literal',
  summary: 'an option for a secret file is given a path literal, which Nix copies to the store',
  help: 'Give the path at run time as a string, e.g. `config.sops.secrets.<name>.path` or "/run/secrets/<name>".',
  references: ['CWE-538', 'T1552.001'],
  kinds: ['nix'],
  reasons: {
    plain: {
      summary: 'the file is in the repository and neither encrypted nor public',
      levels: levels('error'),
    },
    'plain/test': { summary: 'the same inside a NixOS test', levels: levels('notice', 'warning') },
    unknown: {
      summary: 'the file is not in the repository, so what is copied is not known',
      levels: levels('warning', 'error'),
    },
    'unknown/test': { summary: 'the same inside a NixOS test', levels: levels('notice') },
  },
  *check({ model, path }) {
    for (const secret of model.secretPaths) {
      const reason = reasonOf(secret);
      if (reason === undefined) continue;
      yield {
        reason,
        ...(secret.inTest && { grade: `${reason}/test` }),
        subject: secret.option,
        at: secret.at,
        message:
          reason === 'plain'
            ? `${secret.option} takes a plain file of the repository by path literal: Nix copies it to the world-readable store`
            : `${secret.option} takes a path literal: Nix copies whatever is there to the world-readable store`,
        ...quotes(secret, path),
      };
    }
  },
};

function reasonOf({ content, vague }: SecretPath): 'plain' | 'unknown' | undefined {
  if (content === 'private-key') return 'plain';
  if (vague || content === 'encrypted' || content === 'public') return undefined;
  return content;
}

/** A relative path means nothing to a service, so quotes around it are only a start. */
function quotes({ at, literal }: SecretPath, path: string): { readonly fix?: Fix } {
  if (literal === undefined) return {};
  const safety = literal.startsWith('/') ? 'safe' : 'unsafe';
  const edits = [{ path, span: at, text: `"${literal}"` }];
  return { fix: { title: 'name the file by a string', safety, edits } };
}
