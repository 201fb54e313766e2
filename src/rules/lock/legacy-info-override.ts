import type { AttrSet, LockNode } from '../../model/flake-lock.ts';
import type { Edit, Fix } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Span } from '../../model/span.ts';

export const legacyInfoOverride: RuleOf<'flake-lock'> = {
  id: 'lock-legacy-info-override',
  summary: 'a legacy `info` object overrides what `locked` says',
  help: 'Delete `info` and re-lock the input; what Nix used so far is what `info` says.',
  references: ['CWE-436', 'T1036'],
  kinds: ['flake-lock'],
  reasons: {
    override: {
      summary: '`info` stands in a lock of version 7, or replaces a value of `locked`',
      levels: levels('error'),
    },
    legacy: {
      summary: 'a lock of version 5 or 6 keeps tree metadata in `info`, as those versions do',
      levels: levels('warning'),
      help: 'Re-lock with a current Nix, which writes version 7.',
    },
  },
  *check({ model, path }) {
    let saidLegacy = false;
    for (const { path: subject, node } of model.inputs) {
      const { info } = node;
      if (info === undefined) continue;
      const replaced = replacedNames(node);
      const legacy = model.version < 7 && replaced.length === 0;
      if (legacy && saidLegacy) continue;
      saidLegacy ||= legacy;
      const fix = removal(node, path);
      yield {
        reason: legacy ? 'legacy' : 'override',
        subject,
        at: legacy ? info.nameSpan : (info.attrs.get(replaced[0] ?? '')?.span ?? info.nameSpan),
        message: legacy
          ? `lock of version ${model.version} keeps tree metadata in "info", expected version 7`
          : overrideMessage(node, replaced),
        evidence: [...info.attrs.keys()].map((name) => `${name}=${shown(info, name)}`).join(' '),
        ...(fix && { fix }),
      };
    }
  },
};

/** Names that `info` gives another value than `locked` does. */
function replacedNames({ info, locked }: LockNode): string[] {
  return [...(info?.attrs.values() ?? [])]
    .filter(({ name, value }) => {
      const shown = locked?.attrs.get(name);
      return shown !== undefined && shown.value !== value;
    })
    .map(({ name }) => name);
}

function overrideMessage({ info, locked }: LockNode, replaced: readonly string[]): string {
  const [name] = replaced;
  const added = [...(info?.attrs.keys() ?? [])].filter((key) => !locked?.attrs.has(key));
  if (name === undefined) {
    const effect = added.length === 0 ? 'repeats "locked"' : `adds ${added.join(', ')} to "locked"`;
    return `"info" ${effect}, expected no "info" in a lock`;
  }
  const effect = `Nix uses ${name} ${shown(info, name)}, not ${shown(locked, name)}`;
  return `"info" replaces ${replaced.join(', ')} of "locked": ${effect}`;
}

/** The value of an attribute, unless it may hold credentials. */
function shown(set: AttrSet | undefined, name: string): string {
  return name === 'url' || name === 'host' ? '…' : String(set?.attrs.get(name)?.value);
}

/** Deleting `info` is safe only when `locked` already says everything it says. */
function removal({ info, locked, members }: LockNode, path: string): Fix | undefined {
  const told = [...(info?.attrs.values() ?? [])].every(
    ({ name, value }) => locked?.attrs.get(name)?.value === value,
  );
  const at = members.findIndex(({ nameSpan }) => nameSpan.start === info?.nameSpan.start);
  const own = members[at];
  if (!told || own === undefined) return undefined;
  const next = members[at + 1];
  const previous = members[at - 1];
  const span: Span = {
    start:
      next === undefined && previous !== undefined ? previous.value.span.end : own.nameSpan.start,
    end: next === undefined ? own.value.span.end : next.nameSpan.start,
  };
  const edits: readonly Edit[] = [{ path, span, text: '' }];
  return { title: 'delete the redundant "info"', safety: 'safe', edits };
}
