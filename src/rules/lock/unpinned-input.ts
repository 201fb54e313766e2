import { type AttrSet, stringAttr } from '../../model/flake-lock.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { lockedInputs } from '../../parse/locked-input.ts';
import { identityText } from '../../parse/source-identity.ts';
import { placeOf, revisionTypes } from '../../parse/source-place.ts';

export const unpinnedInput: RuleOf<'flake-lock'> = {
  id: 'lock-unpinned-input',
  summary: 'a locked input names no immutable revision',
  help: 'Lock it to a commit with `nix flake update <input>`.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    'no-rev': {
      summary: 'an input under version control has no `rev`',
      levels: levels('error'),
      help: 'Run `nix flake update <input>`: Nix writes the commit it fetched. Where it writes none, the source is a work tree: publish it.',
    },
    'bad-rev': {
      summary: '`rev` is not 40 or 64 lower-case hex digits, or is all zeros',
      levels: levels('error'),
      help: 'Run `nix flake update <input>`, and ask who wrote that revision: Nix writes none of this form.',
    },
    dirty: {
      summary: 'the input was locked from a work tree with uncommitted changes',
      levels: levels('error'),
      help: 'Commit and publish the change, then run `nix flake update <input>`.',
    },
    indirect: {
      summary: '`locked` is a registry name',
      levels: levels('error'),
      help: 'Run `nix flake update <input>`: a registry name is resolved before it is locked.',
    },
  },
  *check({ model }) {
    for (const { at, identity, locked, path } of lockedInputs(model)) {
      const fault = pinFault(locked);
      if (fault === undefined) continue;
      const { reason, attribute, message } = fault;
      const evidence = `${message} ${identityText(identity)}`;
      yield { reason, subject: path, at: at(attribute), message, evidence };
    }
  },
};

type PinFault = { readonly reason: string; readonly attribute: string; readonly message: string };

function pinFault(locked: AttrSet): PinFault | undefined {
  const type = stringAttr(locked, 'type') ?? '';
  if (type === 'indirect') {
    const id = stringAttr(locked, 'id') ?? '';
    const message = `locked to the registry name "${id}", expected the source it stands for`;
    return { reason: 'indirect', attribute: 'type', message };
  }
  // A relative path lies in a tree that has its own revision.
  if (!revisionTypes.has(type) || placeOf(locked) === 'relative') return undefined;
  for (const attribute of ['dirtyRev', 'dirtyShortRev', 'rev']) {
    const value = stringAttr(locked, attribute);
    if (value === undefined || (attribute === 'rev' && !value.endsWith('-dirty'))) continue;
    const message = `locked to uncommitted changes (${attribute} ${value}), expected a commit`;
    return { reason: 'dirty', attribute, message };
  }
  return revFault(locked, type);
}

function revFault(locked: AttrSet, type: string): PinFault | undefined {
  const found = locked.attrs.get('rev');
  if (found === undefined) {
    return {
      reason: 'no-rev',
      attribute: 'rev',
      message: `${type} input is locked without a rev`,
    };
  }
  const rev = String(found.value);
  const wellFormed = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(rev) && typeof found.value === 'string';
  if (wellFormed && !/^0+$/.test(rev)) return undefined;
  const message = wellFormed
    ? 'rev is all zeros, expected a commit'
    : `rev is "${rev}", expected 40 or 64 lower-case hex digits`;
  return { reason: 'bad-rev', attribute: 'rev', message };
}
