import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { emptySpan } from '../../model/span.ts';
import { levels } from '../../model/severity.ts';
import { sourceLabel } from '../../model/store-derivation.ts';
import type { StoreDerivation, StoreSource } from '../../model/store-derivation.ts';
import { fileVariables } from '../../parse/derivation/file-variables.ts';
import { fileKind } from '../../secrets/file-kinds.ts';
import { isSecretName } from '../../secrets/names.ts';
import { sensitiveName } from '../../secrets/sensitive-names.ts';

export const sensitiveSource: RuleOf<'derivation'> = {
  id: 'drv-sensitive-source',
  summary: 'a file that usually holds secrets is copied into the world-readable store',
  help: 'Keep the file out of the store: give services the path under /run where sops-nix or agenix decrypts it, and narrow `src` with `lib.fileset`.',
  references: ['CWE-538', 'CWE-552', 'T1552.001'],
  kinds: ['derivation'],
  reasons: {
    'private-key': {
      summary: 'a copied file holds a private key',
      levels: levels('error'),
    },
    name: {
      summary:
        'a copied file is named like one that holds secrets, and its content is not encrypted',
      levels: levels('error'),
    },
    'name/tree': {
      summary: 'a copied tree holds such a file',
      levels: levels('warning', 'error'),
    },
    'file-variable': {
      summary:
        'a variable that should name the file of a secret, such as `API_TOKEN_FILE`, leads into the store',
      levels: levels('error'),
      help: 'Set the variable to a path under /run that exists only at run time, as text and not as a Nix path.',
    },
  },
  *check({ model, path }) {
    yield* storeFileVariables(model);
    for (const source of model.sources) {
      const found = judged(source);
      if (found === undefined) continue;
      const label = sourceLabel(source);
      yield {
        ...found,
        subject: `${model.name}.drv#${label}`,
        at: emptySpan,
        path,
        evidence: label,
        message: `${found.message}: \`${label.slice(0, 200)}\``,
      };
    }
  },
};

/** The `_FILE` convention of containers and Clan is safe only as long as the file is not in the store. */
function* storeFileVariables(model: StoreDerivation): Iterable<Problem> {
  const reported = new Set<string>();
  for (const { name, path, at } of fileVariables(model.derivation.text)) {
    if (reported.has(name) || !isSecretName(name.slice(0, -'_FILE'.length))) continue;
    if (isEncrypted(path, model.sources)) continue;
    reported.add(name);
    yield {
      reason: 'file-variable',
      subject: `${model.name}.drv#${name}`,
      at,
      message: `\`${name}\` should lead to a secret and leads into the world-readable store`,
      evidence: name,
    };
  }
}

/** Content where it is known; else what sops, age and the like are usually called. */
function isEncrypted(path: string, sources: readonly StoreSource[]): boolean {
  const source = sources.find(({ storePath, inner }) =>
    inner === '' ? storePath === path : `${storePath}/${inner}` === path,
  );
  if (source !== undefined) return ['encrypted', 'public'].includes(fileKind(source.text).kind);
  return /\.(age|gpg|asc|enc|sops|pub|crt|cer|ya?ml|json)$/.test(path);
}

/** Trust anchors, key maps and certificates in other forms are called `.key` too; a raw key is one word. */
function isProse({ text, whole }: StoreSource): boolean {
  return whole && /\S\s+\S/.test(text.slice(0, 4096));
}

/** Content decides where it can; a name alone is enough only for what is neither encrypted nor public. */
function judged(
  source: StoreSource,
): { readonly reason: string; readonly grade?: string; readonly message: string } | undefined {
  const label = sourceLabel(source);
  const suspicious = sensitiveName(label);
  if (suspicious === undefined || source.text.trim() === '') return undefined;
  const { kind } = fileKind(source.text);
  if (kind === 'encrypted' || kind === 'public') return undefined;
  if (kind === 'private-key') {
    return { reason: 'private-key', message: 'a private key is copied into the store' };
  }
  if (suspicious === 'keyfile' && isProse(source)) return undefined;
  const message = 'a file that usually holds secrets is copied into the store';
  if (source.inner === '') return { reason: 'name', message };
  return { reason: 'name', grade: 'name/tree', message };
}
