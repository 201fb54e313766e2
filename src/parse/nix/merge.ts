import type {
  NixAttrName,
  NixBind,
  NixBinding,
  NixExpr,
  NixInherit,
  NixName,
} from '../../model/nix.ts';
import type { Span } from '../../model/span.ts';

/** Which Nix is followed where versions differ. */
export type NixDialect = '2.8' | '2.34';

/** What an attribute is bound to: an expression, or a set put together from several bindings. */
export type MergedValue = NixExpr | MergedSet;

export type MergedAttr =
  | {
      readonly kind: 'plain';
      readonly value: MergedValue;
      readonly at: Span;
      readonly bind: NixBind;
    }
  | { readonly kind: 'inherited'; readonly at: Span }
  | { readonly kind: 'from'; readonly from: NixExpr; readonly at: Span };

export type MergedDynamic = {
  readonly name: NixExpr;
  readonly value: MergedValue;
  readonly bind: NixBind;
};

/** The attributes of a set with `a.b = …; a.c = …;` and `a = { … }; a.b = …;` put together. */
export type MergedSet = {
  readonly type: 'merged';
  readonly recursive: boolean;
  readonly attrs: ReadonlyMap<string, MergedAttr>;
  readonly dynamic: readonly MergedDynamic[];
  /** Sources of `inherit (from) …` in the order of the text. */
  readonly froms: readonly NixExpr[];
};

export type Duplicate = { readonly name: string; readonly at: Span; readonly first: Span };

type Building = {
  readonly type: 'merged';
  readonly recursive: boolean;
  readonly attrs: Map<string, MergedAttr>;
  readonly dynamic: MergedDynamic[];
  readonly froms: NixExpr[];
};

/** What a merge needs to know and collects. */
type Merge = {
  readonly dialect: NixDialect;
  readonly duplicates: Duplicate[];
  readonly depth: number;
};

/** Sets merged into sets: paths and literals together may nest deeper than either, and merging recurses. */
const maxMergeDepth = 500;

/**
 * Puts the bindings of a set or `let` together as Nix's parser does (parser-state.hh, addAttr). The first
 * of two definitions stays; the second is a duplicate, which Nix refuses.
 */
export function mergeBindings(
  bindings: readonly NixBinding[],
  recursive: boolean,
  dialect: NixDialect = '2.34',
): { readonly set: MergedSet; readonly duplicates: readonly Duplicate[] } {
  const merge: Merge = { dialect, duplicates: [], depth: 0 };
  const set = build(bindings, recursive, merge);
  return { set, duplicates: merge.duplicates };
}

function build(bindings: readonly NixBinding[], recursive: boolean, merge: Merge): Building {
  const set = emptySet(recursive);
  for (const binding of bindings) {
    if (binding.type === 'bind') addBind(set, binding, merge);
    else addInherit(set, binding, merge);
  }
  return set;
}

function emptySet(recursive: boolean): Building {
  return { type: 'merged', recursive, attrs: new Map(), dynamic: [], froms: [] };
}

function addInherit(set: Building, binding: NixInherit, merge: Merge): void {
  const { from } = binding;
  if (from !== undefined) set.froms.push(from);
  for (const name of binding.names) {
    if (name.type !== 'name') continue;
    const at = name.span;
    addAttr(set, name.name, from ? { kind: 'from', from, at } : { kind: 'inherited', at }, merge);
  }
}

function addBind(set: Building, bind: NixBind, merge: Merge): void {
  let target = set;
  for (const name of bind.path.slice(0, -1)) {
    const next =
      name.type === 'name'
        ? stepInto(target, name, bind, merge)
        : dynamicStep(target, name.expr, bind);
    if (next === undefined) return;
    target = next;
  }
  const last: NixAttrName | undefined = bind.path.at(-1);
  if (last === undefined) return;
  const { value } = bind;
  if (last.type === 'name')
    addAttr(target, last.name, { kind: 'plain', value, at: last.span, bind }, merge);
  else target.dynamic.push({ name: last.expr, value, bind });
}

function dynamicStep(set: Building, name: NixExpr, bind: NixBind): Building {
  const value = emptySet(false);
  set.dynamic.push({ name, value, bind });
  return value;
}

/** The set a name on the way of an attribute path leads to, made when it is not there. */
function stepInto(set: Building, name: NixName, bind: NixBind, merge: Merge): Building | undefined {
  const present = set.attrs.get(name.name);
  const nested = present === undefined ? emptySet(false) : building(present, merge);
  if (nested === undefined) {
    merge.duplicates.push({ name: name.name, at: name.span, first: present?.at ?? name.span });
    return undefined;
  }
  const at = present?.at ?? name.span;
  set.attrs.set(name.name, { kind: 'plain', value: nested, at, bind });
  return nested;
}

/** A set literal opened for additions; undefined for anything else. */
function building(attr: MergedAttr, merge: Merge): Building | undefined {
  if (attr.kind !== 'plain') return undefined;
  const { value } = attr;
  // Only `build` and `emptySet` make merged sets, and those are open.
  if (value.type === 'merged') return value as Building;
  if (value.type !== 'set') return undefined;
  // What is twice inside the literal alone is found when the literal itself is checked.
  return build(value.bindings, value.recursive, {
    ...merge,
    duplicates: [],
    depth: merge.depth + 1,
  });
}

function addAttr(set: Building, name: string, attr: MergedAttr, merge: Merge): void {
  const present = set.attrs.get(name);
  if (present === undefined) {
    set.attrs.set(name, attr);
    return;
  }
  const into = building(present, merge);
  const added = into && building(attr, merge);
  const tooDeep = merge.depth > maxMergeDepth;
  if (into === undefined || added === undefined || present.kind !== 'plain' || tooDeep) {
    merge.duplicates.push({ name, at: attr.at, first: present.at });
    return;
  }
  set.attrs.set(name, { ...present, value: into });
  mergeSets(into, added, { ...merge, depth: merge.depth + 1 });
}

/** Nix 2.8 merges one level deep and loses dynamic attributes; later versions merge all the way. */
function mergeSets(into: Building, added: Building, merge: Merge): void {
  for (const [name, attr] of added.attrs) {
    const present = into.attrs.get(name);
    if (present !== undefined && merge.dialect === '2.8') {
      merge.duplicates.push({ name, at: attr.at, first: present.at });
    } else addAttr(into, name, attr, merge);
  }
  into.froms.push(...added.froms);
  if (merge.dialect === '2.34') into.dynamic.push(...added.dynamic);
}
