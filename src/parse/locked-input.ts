import type { AttrSet, FlakeLock, LockInput } from '../model/flake-lock.ts';
import type { Span } from '../model/span.ts';
import { type SourceIdentity, sourceIdentity } from './source-identity.ts';

/** An input with everything that says where its content comes from. */
export type LockedInput = {
  readonly input: LockInput;
  readonly path: string;
  /** Whether the repository itself declares it, rather than one of its inputs. */
  readonly direct: boolean;
  readonly original: AttrSet | undefined;
  /** `locked` overlaid with `info`: what Nix uses. */
  readonly locked: AttrSet;
  readonly identity: SourceIdentity;
  /** Where the value of a `locked` attribute stands, or the key of the node when it has none. */
  readonly at: (name: string) => Span;
};

/** Every rule asks for the inputs of the same lock; reading a model twice gives the same answer. */
const known = new WeakMap<FlakeLock, readonly LockedInput[]>();

/** Every reachable input that has a `locked` set, in the order of `lock.inputs`. */
export function lockedInputs(lock: FlakeLock): readonly LockedInput[] {
  const earlier = known.get(lock);
  if (earlier !== undefined) return earlier;
  const inputs = lock.inputs.flatMap((input) => lockedInput(input) ?? []);
  known.set(lock, inputs);
  return inputs;
}

function lockedInput(input: LockInput): LockedInput | undefined {
  const { effective, original } = input.node;
  if (effective === undefined) return undefined;
  return {
    input,
    path: input.path,
    direct: input.names.length === 1,
    original,
    locked: effective,
    identity: sourceIdentity(effective),
    at: (name) => effective.attrs.get(name)?.span ?? input.node.keySpan,
  };
}

/** Where the value of an attribute stands, or the whole set when it has no such attribute. */
export function attrSpan(set: AttrSet, name: string): Span {
  return set.attrs.get(name)?.span ?? set.span;
}
