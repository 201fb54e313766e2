import type { RuleOf } from '../../model/rule.ts';
import { emptySpan } from '../../model/span.ts';
import { levels } from '../../model/severity.ts';
import { sourceLabel } from '../../model/store-derivation.ts';
import type { StoreSource } from '../../model/store-derivation.ts';
import { fileKind } from '../../secrets/file-kinds.ts';
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
  },
  *check({ model, path }) {
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
