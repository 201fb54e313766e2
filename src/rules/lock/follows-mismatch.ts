import type { FlakeInput } from '../../model/flake-nix.ts';
import type { FlakeLock, LockEdge, LockNode } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredBeside } from '../../parse/flake-known.ts';
import { inputPath } from '../../parse/lock-graph.ts';

export const followsMismatch: RuleOf<'flake-lock'> = {
  id: 'lock-follows-mismatch',
  summary: 'the lock does not follow where flake.nix says',
  help: 'Run `nix flake lock` and commit the result.',
  references: ['CWE-345', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    target: {
      summary: 'flake.nix declares `follows`, and the lock leads elsewhere',
      levels: levels('error'),
    },
    'no-input': {
      summary: 'flake.nix overrides an input that the input does not have',
      levels: levels('off', 'notice'),
      help: 'Remove the override, or correct its name.',
    },
  },
  *check(lock, context) {
    const { model } = lock;
    const declared = declaredBeside(lock, context);
    if (declared === undefined || model.root === undefined) return;
    for (const input of declared.flake.inputs.values()) {
      yield* follow(input, [input.name], model.root, { lock: model, path: declared.path });
    }
  },
};

type Where = { readonly lock: FlakeLock; readonly path: string };

function* follow(
  input: FlakeInput,
  names: readonly string[],
  from: LockNode,
  where: Where,
): Generator<Problem> {
  const edge = from.edges.find(({ name }) => name === input.name);
  if (edge === undefined) {
    // A direct input that the lock lacks is lock-out-of-sync's.
    if (names.length > 1 && input.follows !== undefined) yield unknownInput(input, names, where);
    return;
  }
  if (input.follows !== undefined && !leadsTo(edge, input.follows.path)) {
    const found = shown(edge);
    const wanted = inputPath(input.follows.path) || 'the flake itself';
    yield {
      reason: 'target',
      subject: inputPath(names),
      at: edge.span,
      message: `leads to ${found}, and flake.nix says it follows ${wanted}`,
      evidence: `${found}\0${wanted}`,
      related: [{ path: where.path, span: input.follows.span, message: 'declared here' }],
    };
    return;
  }
  const node = edge.target.kind === 'node' ? where.lock.nodes.get(edge.target.key) : undefined;
  if (node === undefined) return;
  for (const inner of input.inputs.values())
    yield* follow(inner, [...names, inner.name], node, where);
}

function leadsTo({ target }: LockEdge, path: readonly string[]): boolean {
  return (
    target.kind === 'follows' &&
    target.path.length === path.length &&
    target.path.every((name, index) => name === path[index])
  );
}

function shown({ target }: LockEdge): string {
  if (target.kind === 'node') return `its own node "${target.key}"`;
  return target.path.length === 0 ? 'the flake itself' : `"${inputPath(target.path)}"`;
}

function unknownInput(input: FlakeInput, names: readonly string[], { path }: Where): Problem {
  const parent = inputPath(names.slice(0, -1));
  return {
    reason: 'no-input',
    subject: inputPath(names),
    at: input.nameSpan,
    path,
    message: `"${parent}" has no input "${input.name}": the override does nothing`,
  };
}
