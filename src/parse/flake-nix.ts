import type { FlakeInput, FlakeNix } from '../model/flake-nix.ts';
import type { NixExpr, NixSet } from '../model/nix.ts';
import type { NixThunk } from '../model/nix-value.ts';
import { implicitInput, isFlakeId, readInputs, type ReadInputs } from './flake/inputs.ts';
import { readNixConfig } from './flake/nix-config.ts';
import { expectKind, type FlakeReader } from './flake/reader.ts';
import { checkNix } from './nix/check.ts';
import { nixEvaluator } from './nix/evaluate.ts';
import { parseNix } from './nix/parse.ts';
import { openSet } from './nix/scope.ts';

/**
 * Reads flake.nix as Nix does before it evaluates any output (src/libflake/flake.cc, readFlake): nothing
 * is computed, so everything that counts is literally there. Total; what Nix refuses is a fault.
 */
export function parseFlakeNix(text: string): FlakeNix {
  const tree = parseNix(text);
  const syntax = tree.errors.length > 0 ? tree.errors : checkNix(tree.root);
  const reader: FlakeReader = {
    faults: syntax.map(({ cause, message, span }) => ({
      reason: cause === 'limit' ? 'limit' : 'syntax',
      subject: '',
      at: span,
      message,
    })),
  };
  const root = rootExpr(tree.root);
  if (root.type !== 'set') {
    const message = 'the file is no attribute set literal';
    if (root.type !== 'error')
      reader.faults.push({ reason: 'not-a-set', subject: '', at: root.span, message });
    return {
      tree,
      syntax,
      inputs: new Map(),
      self: new Map(),
      nixConfig: new Map(),
      faults: reader.faults,
    };
  }
  const attrs = topLevel(reader, root);
  refuseOthers(reader, attrs);
  return { tree, syntax, ...readParts(reader, attrs, root), faults: reader.faults };
}

/** Nix computes names at the top level, and only there. */
function topLevel(reader: FlakeReader, root: NixSet): ReadonlyMap<string, NixThunk> {
  const { attrs, dynamic } = openSet(root, undefined);
  const all = new Map(attrs);
  const evaluator = nixEvaluator();
  for (const { name, value } of dynamic) {
    const known = evaluator.force(name);
    if (known.kind === 'string') all.set(known.value, { nameSpan: name.expr.span, ...value });
    else if (known.kind !== 'null') {
      const message =
        'the name of a top-level attribute is computed: what it declares is not known';
      reader.faults.push({ reason: 'not-known', subject: '', at: name.expr.span, message });
    }
  }
  return all;
}

/** Of a file with mistakes in it, the part that comes first. */
function rootExpr(root: NixExpr): NixExpr {
  const [first] = root.type === 'error' ? root.parts : [];
  return first ?? root;
}

type Parts = Omit<FlakeNix, 'tree' | 'syntax' | 'faults'>;

function readParts(
  reader: FlakeReader,
  attrs: ReadonlyMap<string, NixThunk>,
  root: NixExpr,
): Parts {
  const description = attrs.get('description');
  const told = description && expectKind(reader, 'description', description, 'string', 'a string');
  const inputs = attrs.get('inputs');
  const read: ReadInputs = inputs
    ? readInputs(reader, 'inputs', inputs)
    : { inputs: new Map(), self: new Map() };
  const outputs = readOutputs(reader, attrs.get('outputs'), root);
  addImplicit(reader, read.inputs, outputs);
  const config = attrs.get('nixConfig');
  return {
    ...(told && description
      ? { description: { value: told.value, span: description.expr.span } }
      : {}),
    ...read,
    ...(inputs ? { inputsSpan: inputs.expr.span } : {}),
    nixConfig: config ? readNixConfig(reader, config) : new Map(),
    ...(config ? { nixConfigSpan: config.expr.span } : {}),
    ...(outputs ? { outputs } : {}),
  };
}

function readOutputs(
  reader: FlakeReader,
  thunk: NixThunk | undefined,
  root: NixExpr,
): FlakeNix['outputs'] {
  if (thunk === undefined) {
    const at = { start: root.span.start, end: root.span.start + 1 };
    reader.faults.push({
      reason: 'no-outputs',
      subject: 'outputs',
      at,
      message: "attribute 'outputs' is missing",
    });
    return undefined;
  }
  const { span } = thunk.expr;
  const value = expectKind(reader, 'outputs', thunk, 'function', 'a function literal');
  const common = { span, nameSpan: thunk.nameSpan ?? span };
  return value?.lambda === undefined ? common : { ...common, lambda: value.lambda };
}

function addImplicit(
  reader: FlakeReader,
  inputs: Map<string, FlakeInput>,
  outputs: FlakeNix['outputs'],
): void {
  for (const formal of outputs?.lambda?.formals?.items ?? []) {
    if (formal.name === 'self' || inputs.has(formal.name)) continue;
    inputs.set(formal.name, implicitInput(formal));
    if (isFlakeId(formal.name)) continue;
    const message = `argument '${formal.name}' of 'outputs' is no declared input and no name of a flake`;
    reader.faults.push({ reason: 'bad-name', subject: formal.name, at: formal.nameSpan, message });
  }
}

const known: ReadonlySet<string> = new Set(['description', 'inputs', 'outputs', 'nixConfig']);

function refuseOthers(reader: FlakeReader, attrs: ReadonlyMap<string, NixThunk>): void {
  for (const [name, { expr, nameSpan }] of attrs) {
    if (known.has(name)) continue;
    const message = `top-level attribute '${name}' is not supported`;
    reader.faults.push({
      reason: 'unknown-attribute',
      subject: name,
      at: nameSpan ?? expr.span,
      message,
    });
  }
}
