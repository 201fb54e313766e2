import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { attrSpan, lockedInputs } from '../../parse/locked-input.ts';
import { defaultHost, identityText, type SourceIdentity } from '../../parse/source-identity.ts';

export const registryInput: RuleOf<'flake-lock'> = {
  id: 'flake-registry-input',
  summary: 'an input is a registry name, which each machine may resolve to another source',
  help: 'Write the full reference in flake.nix, e.g. `github:NixOS/nixpkgs/nixos-unstable` for `nixpkgs`.',
  references: ['CWE-706', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    lock: {
      summary: 'the lock shows a direct input that was resolved through a registry',
      levels: levels('warning', 'error'),
    },
    'lock/transitive': {
      summary: 'the lock shows an input of an input that was resolved through a registry',
      levels: levels('notice', 'warning'),
      help: 'Override it with `inputs.<name>.inputs.<name>.url` or `follows`, or have upstream write the full reference.',
    },
  },
  *check({ model }) {
    for (const { direct, identity, original, path } of lockedInputs(model)) {
      if (original === undefined || stringAttr(original, 'type') !== 'indirect') continue;
      const id = stringAttr(original, 'id') ?? '';
      yield {
        reason: 'lock',
        ...(!direct && { grade: 'lock/transitive' }),
        subject: path,
        at: attrSpan(original, 'id'),
        message: `"${id}" is a registry name, here resolved to ${identityText(identity)}`,
        ...(direct && writtenOut(identity, original, path)),
        evidence: id,
      };
    }
  },
};

/** Characters of references nobody has to quote; whatever else a lock holds is not written into advice. */
const plainReference = /^[A-Za-z0-9:/._%~+@-]{1,300}$/;

/** The line that takes the place of the registry name, where the locked source can be written as a reference. */
function writtenOut(
  identity: SourceIdentity,
  original: AttrSet,
  name: string,
): { readonly help?: string } {
  const source = referenceOf(identity);
  const ref = identity.kind === 'forge' ? stringAttr(original, 'ref') : undefined;
  const url = source !== undefined && ref !== undefined ? `${source}/${ref}` : source;
  if (url === undefined || !plainReference.test(url) || !/^[A-Za-z][\w-]*$/.test(name)) return {};
  return { help: `Write the full reference in flake.nix: \`inputs.${name}.url = "${url}"\`.` };
}

/** An identity is the reference itself where the host is the default one; git URLs want `git+`. */
function referenceOf(identity: SourceIdentity): string | undefined {
  if (identity.kind === 'forge') {
    return identity.host === defaultHost(identity.type) ? identityText(identity) : undefined;
  }
  return identity.kind === 'url' && identity.type === 'git' ? `git+${identity.url}` : undefined;
}
