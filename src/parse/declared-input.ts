import type { FlakeAttr, FlakeInput, FlakeNix } from '../model/flake-nix.ts';
import type { Attr, AttrSet } from '../model/flake-lock.ts';
import type { RefAttrs } from '../model/flake-ref.ts';
import type { Span } from '../model/span.ts';
import { parseFlakeRef } from './flake-ref.ts';

/** What an input of flake.nix asks for, as the attributes a lock keeps as `original`. */
export type Declared =
  | { readonly kind: 'reference'; readonly attrs: RefAttrs; readonly at: Span }
  | { readonly kind: 'follows'; readonly path: readonly string[]; readonly at: Span }
  /** The reference is none that Nix takes. */
  | { readonly kind: 'invalid'; readonly problem: string; readonly at: Span }
  /** An override that only reaches for inputs of the input. */
  | { readonly kind: 'none' };

/**
 * The reference an input declares (libflake/flake.cc, parseFlakeInput): attributes when it has a `type`, else its
 * URL, else the registry name that is its own. `override` marks an input of an input, which has no default.
 */
export function declaredInput(input: FlakeInput, override = false): Declared {
  const { attrs, follows, url } = input;
  if (follows !== undefined) return { kind: 'follows', path: follows.path, at: follows.span };
  const type = attrs.get('type');
  if (type !== undefined) return { kind: 'reference', attrs: plain(attrs), at: type.span };
  if (url !== undefined) return fromUrl(url, input.flake);
  if (override) return { kind: 'none' };
  const registry = new Map([
    ['type', 'indirect'],
    ['id', input.name],
  ]);
  return { kind: 'reference', attrs: registry, at: input.nameSpan };
}

function fromUrl(url: FlakeAttr, flake: boolean): Declared {
  const parsed = parseFlakeRef(String(url.value), { relativePaths: true, flake });
  if (!parsed.ok) return { kind: 'invalid', problem: parsed.problem, at: url.span };
  return { kind: 'reference', attrs: parsed.attrs, at: url.span };
}

function plain(attrs: ReadonlyMap<string, FlakeAttr>): RefAttrs {
  return new Map(
    [...attrs.values()].map(({ name, value }) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}

/** A reference in the form of a lock's `original`; every attribute stands where the reference does. */
export function asAttrSet(attrs: RefAttrs, at: Span): AttrSet {
  const entries = [...attrs].map(([name, value]): [string, Attr] => [
    name,
    { name, value, nameSpan: at, span: at },
  ]);
  return { attrs: new Map(entries), span: at };
}

/** A direct input that names a source of its own. */
export type DeclaredSource = {
  readonly input: FlakeInput;
  readonly set: AttrSet;
  readonly at: Span;
};

/** Every input of a flake with a reference, implicit ones included. */
export function declaredSources(flake: FlakeNix): readonly DeclaredSource[] {
  return [...flake.inputs.values()].flatMap((input): DeclaredSource[] => {
    const declared = declaredInput(input);
    if (declared.kind !== 'reference') return [];
    return [{ input, set: asAttrSet(declared.attrs, declared.at), at: declared.at }];
  });
}

/** The file of a name beside another file. */
export function besidePath(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name;
}
