import type { FlakeInput } from '../../model/flake-nix.ts';
import type { LockEdge, LockNode } from '../../model/flake-lock.ts';
import type { Fix } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredBeside } from '../../parse/flake-known.ts';
import { inputPath } from '../../parse/lock-graph.ts';

export const flakeFlagMismatch: RuleOf<'flake-lock'> = {
  id: 'lock-flake-flag-mismatch',
  summary: 'the lock and flake.nix disagree whether an input is a flake',
  help: 'Run `nix flake lock`, or set `"flake": false` in the lock as flake.nix says.',
  references: ['CWE-829', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    'locked-as-flake': {
      summary: 'flake.nix says `flake = false`, and the lock would evaluate the input',
      levels: levels('error'),
    },
    'locked-as-source': {
      summary: 'flake.nix declares a flake, and the lock takes the input as plain files',
      levels: levels('error'),
    },
  },
  *check(lock, context) {
    const { model, path, text } = lock;
    const flake = declaredBeside(lock, context)?.flake;
    if (flake === undefined) return;
    for (const edge of model.root?.edges ?? []) {
      const input = flake.inputs.get(edge.name);
      const node = edge.target.kind === 'node' ? model.nodes.get(edge.target.key) : undefined;
      if (input === undefined || node === undefined || input.flake === node.flake) continue;
      const fix = flagFix(input, node, path, text);
      yield {
        reason: input.flake ? 'locked-as-source' : 'locked-as-flake',
        subject: inputPath([edge.name]),
        at: node.flakeSpan ?? keyOf(edge, node),
        message: input.flake
          ? 'locked as plain files, and flake.nix declares a flake'
          : 'locked as a flake, and flake.nix says `flake = false`: Nix would evaluate it',
        ...(fix && { fix }),
      };
    }
  },
};

function keyOf(edge: LockEdge, node: LockNode): LockEdge['nameSpan'] {
  return node.keySpan.end > node.keySpan.start ? node.keySpan : edge.nameSpan;
}

/** Writes the member where Nix does, before `inputs` or `locked`, or takes it out with its comma. */
function flagFix(
  input: FlakeInput,
  { flakeSpan, members }: LockNode,
  path: string,
  text: string,
): Fix | undefined {
  const at = members.findIndex(({ name }) => name === 'flake');
  const own = members[at];
  if (!input.flake) {
    const next = members[0];
    if (flakeSpan !== undefined) {
      return fix(path, flakeSpan.start, flakeSpan.end, 'false');
    }
    if (next === undefined) return undefined;
    const { start } = next.nameSpan;
    const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const gap = indent.trim() === '' ? `\n${indent}` : ' ';
    return fix(path, start, start, `"flake": false,${gap}`);
  }
  const next = members[at + 1];
  const previous = members[at - 1];
  if (own === undefined || (next === undefined && previous === undefined)) return undefined;
  return next === undefined
    ? fix(path, previous?.value.span.end ?? own.nameSpan.start, own.value.span.end, '')
    : fix(path, own.nameSpan.start, next.nameSpan.start, '');
}

/** Unsafe: which side is right is for a person to say. */
function fix(path: string, start: number, end: number, text: string): Fix {
  const edits = [{ path, span: { start, end }, text }];
  return { title: 'follow flake.nix', safety: 'unsafe', edits };
}
