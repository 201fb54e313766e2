import type { FlakeAttr, FlakeInput } from '../../model/flake-nix.ts';
import type { NixFormal } from '../../model/nix.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import type { Span } from '../../model/span.ts';
import { trivialValue } from '../nix/trivial.ts';
import { expectKind, readAttr, wrongKind, type FlakeReader } from './reader.ts';

/** Deepest overrides (`inputs.a.inputs.b…`) that are read; three levels are rare. */
const maxOverrides = 50;

export type ReadInputs = {
  readonly inputs: Map<string, FlakeInput>;
  readonly self: ReadonlyMap<string, FlakeAttr>;
};

/**
 * Reads an `inputs` set (src/libflake/flake.cc, parseFlakeInputs). `prefix` names it in messages; `depth`
 * is how many inputs surround it.
 */
export function readInputs(
  reader: FlakeReader,
  prefix: string,
  thunk: NixThunk,
  depth = 0,
): ReadInputs {
  const inputs = new Map<string, FlakeInput>();
  let self: ReadonlyMap<string, FlakeAttr> = new Map();
  const set = expectKind(reader, prefix, thunk, 'set', 'a set');
  for (const [name, value] of set?.attrs ?? []) {
    const subject = `${prefix}.${name}`;
    if (name === 'self') self = readSelf(reader, subject, value, depth);
    else inputs.set(name, readInput(reader, subject, name, value, depth));
  }
  return { inputs, self };
}

/** Since 2.27 `inputs.self` says how to fetch the flake itself; before, it was an input like any other. */
function readSelf(
  reader: FlakeReader,
  subject: string,
  thunk: NixThunk,
  depth: number,
): Map<string, FlakeAttr> {
  const at = thunk.nameSpan ?? thunk.expr.span;
  const attrs = new Map<string, FlakeAttr>();
  if (depth > 0) {
    const message = `'${subject}' overrides 'self', which is no input`;
    reader.faults.push({ reason: 'version', subject, at, message, since: '2.27' });
    return attrs;
  }
  for (const [name, value] of expectKind(reader, subject, thunk, 'set', 'a set')?.attrs ?? []) {
    const attr = readAttr(reader, `${subject}.${name}`, name, value);
    if (attr === undefined) continue;
    attrs.set(name, attr);
    if (name !== 'submodules' && name !== 'lfs') {
      const message = `'${subject}.${name}' is not supported, expected 'submodules' or 'lfs'`;
      reader.faults.push({ reason: 'unknown-attribute', subject, at: attr.nameSpan, message });
    }
  }
  if (attrs.size > 0) {
    const message = `'${subject}' needs Nix 2.27`;
    reader.faults.push({ reason: 'version', subject, at, message, before: '2.27' });
  }
  return attrs;
}

/** What an input says so far. */
type Draft = {
  url?: FlakeAttr;
  urlIsPath: boolean;
  flake: boolean;
  flakeSpan?: Span;
  publicKeysSpan?: Span;
  follows?: NonNullable<FlakeInput['follows']>;
  inputs: ReadonlyMap<string, FlakeInput>;
  readonly attrs: Map<string, FlakeAttr>;
};

function readInput(
  reader: FlakeReader,
  subject: string,
  name: string,
  thunk: NixThunk,
  depth: number,
): FlakeInput {
  const draft: Draft = { urlIsPath: false, flake: true, inputs: new Map(), attrs: new Map() };
  const set = expectKind(reader, subject, thunk, 'set', 'a set');
  for (const [attr, value] of set?.attrs ?? []) {
    readInputAttr(reader, `${subject}.${attr}`, attr, value, draft, depth);
  }
  const { span } = thunk.expr;
  const input: FlakeInput = {
    name,
    nameSpan: thunk.nameSpan ?? span,
    span,
    implicit: false,
    ...draft,
  };
  checkInput(reader, subject, input);
  return input;
}

function readInputAttr(
  reader: FlakeReader,
  subject: string,
  name: string,
  thunk: NixThunk,
  draft: Draft,
  depth: number,
): void {
  const { span } = thunk.expr;
  if (name === 'url') readUrl(reader, subject, thunk, draft);
  else if (name === 'flake') {
    draft.flakeSpan = span;
    draft.flake = expectKind(reader, subject, thunk, 'boolean', 'a Boolean')?.value ?? true;
  } else if (name === 'follows') {
    const value = expectKind(reader, subject, thunk, 'string', 'a string')?.value;
    if (value !== undefined)
      draft.follows = { path: followsPath(reader, subject, value, thunk), span };
  } else if (name === 'inputs') {
    if (depth < maxOverrides) draft.inputs = readInputs(reader, subject, thunk, depth + 1).inputs;
    else
      reader.faults.push({
        reason: 'limit',
        subject,
        at: span,
        message: `overrides nest deeper than ${maxOverrides} levels`,
      });
  } else {
    if (name === 'publicKeys') draft.publicKeysSpan = span;
    const attr = readAttr(reader, subject, name, thunk);
    if (attr !== undefined) draft.attrs.set(name, attr);
  }
}

function readUrl(reader: FlakeReader, subject: string, thunk: NixThunk, draft: Draft): void {
  const value = trivialValue(thunk);
  const { span } = thunk.expr;
  const nameSpan = thunk.nameSpan ?? span;
  if (value.kind !== 'string' && value.kind !== 'path') {
    wrongKind(reader, subject, thunk, value, 'a string');
    return;
  }
  draft.urlIsPath = value.kind === 'path';
  draft.url = {
    name: 'url',
    nameSpan,
    value: draft.urlIsPath ? `path:${value.value}` : value.value,
    span,
  };
  draft.attrs.set('url', draft.url);
  if (value.kind === 'path') {
    const message = `'${subject}' is a path literal, which Nix takes since 2.26`;
    reader.faults.push({ reason: 'version', subject, at: span, message, before: '2.26' });
  }
}

/** Names of flakes in a registry and of inputs in a path (libflake, flakeIdRegex). */
export function isFlakeId(name: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9_-]*$/.test(name);
}

/** `a/b` leads from the flake over its input `a` to that input's `b` (flake/lockfile.cc). */
function followsPath(
  reader: FlakeReader,
  subject: string,
  value: string,
  thunk: NixThunk,
): string[] {
  const path = value.split('/').filter((name) => name !== '');
  const bad = path.find((name) => !isFlakeId(name));
  if (bad !== undefined) {
    const message = `'${subject}' leads over '${bad}', which is no name of an input`;
    reader.faults.push({ reason: 'bad-follows', subject, at: thunk.expr.span, message });
  }
  return path;
}

function checkInput(reader: FlakeReader, subject: string, input: FlakeInput): void {
  const typed = input.attrs.has('type');
  const extra = [...input.attrs.values()].filter((attr) => attr.name !== 'url');
  if (!typed) {
    for (const attr of extra) {
      const message = `'${subject}.${attr.name}' means nothing without '${subject}.type'`;
      reader.faults.push({
        reason: 'unknown-attribute',
        subject: `${subject}.${attr.name}`,
        at: attr.nameSpan,
        message,
      });
    }
  }
  for (const attr of extra) {
    if (typeof attr.value !== 'bigint' || attr.value >= 0n) continue;
    const message = `'${subject}.${attr.name}' is negative`;
    reader.faults.push({
      reason: 'version',
      subject: `${subject}.${attr.name}`,
      at: attr.span,
      message,
      since: '2.25',
    });
  }
  if (input.follows !== undefined && (typed || input.url !== undefined)) {
    const message = `'${subject}' both follows an input and has a reference of its own`;
    reader.faults.push({
      reason: 'version',
      subject,
      at: input.follows.span,
      message,
      since: '2.30',
    });
  }
}

/** An argument of `outputs` that no input declares: Nix takes its name for a flake in the registry. */
export function implicitInput({ name, nameSpan }: NixFormal): FlakeInput {
  return {
    name,
    nameSpan,
    span: nameSpan,
    implicit: true,
    urlIsPath: false,
    attrs: new Map(),
    flake: true,
    inputs: new Map(),
  };
}
