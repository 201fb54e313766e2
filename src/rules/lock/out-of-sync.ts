import type { FlakeInput, FlakeNix } from '../../model/flake-nix.ts';
import type { FlakeLock, LockNode } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredInput, asAttrSet } from '../../parse/declared-input.ts';
import { declaredBeside } from '../../parse/flake-known.ts';
import { inputPath } from '../../parse/lock-graph.ts';
import { isSameReference } from '../../parse/same-reference.ts';
import { identityText, sourceIdentity } from '../../parse/source-identity.ts';

export const outOfSync: RuleOf<'flake-lock'> = {
  id: 'lock-out-of-sync',
  summary: 'the lock does not lock what flake.nix declares',
  help: 'Run `nix flake lock` and commit the result.',
  references: ['CWE-345', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    missing: { summary: 'an input of flake.nix is not in the lock', levels: levels('error') },
    undeclared: { summary: 'the lock has an input that flake.nix lacks', levels: levels('error') },
    changed: {
      summary: 'flake.nix declares another reference than the lock was made for',
      levels: levels('error'),
    },
  },
  *check(lock, context) {
    const { model } = lock;
    const declared = declaredBeside(lock, context);
    if (declared === undefined || model.root === undefined) return;
    const { flake, path: flakePath } = declared;
    yield* namesOnlyInFlake(flake, model.root, flakePath);
    for (const edge of model.root.edges) {
      if (flake.inputs.has(edge.name)) continue;
      const message = `"${edge.name}" is locked and flake.nix does not declare it`;
      yield { reason: 'undeclared', subject: inputPath([edge.name]), at: edge.nameSpan, message };
    }
    for (const input of flake.inputs.values()) {
      yield* changed(input, [input.name], model.root, { lock: model, flakePath });
    }
  },
};

function* namesOnlyInFlake(flake: FlakeNix, root: LockNode, path: string): Generator<Problem> {
  const locked = new Set(root.edges.map(({ name }) => name));
  for (const { name, nameSpan } of flake.inputs.values()) {
    if (locked.has(name)) continue;
    const message = `flake.nix declares "${name}" and the lock has no such input`;
    yield { reason: 'missing', subject: inputPath([name]), at: nameSpan, path, message };
  }
}

type Where = { readonly lock: FlakeLock; readonly flakePath: string };

/** Compares an input and, through the lock's own edges, what it overrides. */
function* changed(
  input: FlakeInput,
  names: readonly string[],
  from: LockNode,
  where: Where,
): Generator<Problem> {
  const edge = from.edges.find(({ name }) => name === input.name);
  // What an override names and the input lacks is only a warning to Nix.
  if (edge?.target.kind !== 'node') return;
  const node = where.lock.nodes.get(edge.target.key);
  if (node === undefined) return;
  const problem = referenceProblem(input, names, node, where.flakePath);
  if (problem !== undefined) yield problem;
  for (const override of input.inputs.values()) {
    yield* changed(override, [...names, override.name], node, where);
  }
}

function referenceProblem(
  input: FlakeInput,
  names: readonly string[],
  { original }: LockNode,
  path: string,
): Problem | undefined {
  const declared = declaredInput(input, names.length > 1);
  if (declared.kind !== 'reference' || original === undefined) return undefined;
  if (isSameReference(declared.attrs, original)) return undefined;
  const { at, attrs } = declared;
  const wanted = sourceText(asAttrSet(attrs, at));
  const found = sourceText(original);
  return {
    reason: 'changed',
    subject: inputPath(names),
    at,
    path,
    message:
      wanted === found
        ? `declared reference to ${wanted} differs from the one the lock was made for in ${differences(attrs, original).join(', ')}`
        : `declared as ${wanted}, and the lock was made for ${found}`,
    evidence: `${wanted}\0${found}\0${differences(attrs, original).join()}`,
  };
}

function sourceText(set: NonNullable<LockNode['original']>): string {
  return identityText(sourceIdentity(set));
}

/** Names of attributes that differ; their values may hold credentials. */
function differences(
  attrs: ReadonlyMap<string, unknown>,
  original: NonNullable<LockNode['original']>,
): string[] {
  const names = new Set([...attrs.keys(), ...original.attrs.keys()]);
  return [...names].filter((name) => attrs.get(name) !== original.attrs.get(name)?.value).sort();
}
