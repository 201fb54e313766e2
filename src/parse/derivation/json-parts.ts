import { ShapeFault, compactJson, field, record, string, stringList } from './json-value.ts';
import type { JsonRecord } from './json-value.ts';
import { decodeSri } from './sri.ts';
import type { DerivationParts, OutputNode } from './write.ts';

/** Nests of outputs of outputs that the ATerm reader takes. */
const MAX_OUTPUT_DEPTH = 32;

/**
 * The content of one derivation of `nix derivation show`, whatever its version:
 * up to 2.22 `hashAlgo: "r:sha256"`, then `method` beside `hashAlgo`, from 2.30 `structuredAttrs` instead of
 * `env.__json`, in format 3 (2.32) base names instead of paths, in format 4 (2.33) `inputs` and SRI hashes.
 * Told apart by shape, not by version. A value of another shape raises a `ShapeFault`.
 */
export function derivationParts(value: unknown, storeDirectory: string): DerivationParts {
  const drv = record(value, 'the derivation');
  const inputs = optionalRecord(field(drv, 'inputs'), '`inputs`');
  const env = readEnv(drv);
  const full = (path: string): string =>
    path.startsWith('/') || path === '' ? path : `${storeDirectory}/${path}`;
  const drvs = record(field(inputs, 'drvs') ?? field(drv, 'inputDrvs') ?? {}, '`inputDrvs`');
  return {
    outputs: readOutputs(record(field(drv, 'outputs'), '`outputs`'), env, full),
    inputDrvs: new Map(
      Object.keys(drvs).map((path) => [full(path), readNode(field(drvs, path), 0)] as const),
    ),
    inputSrcs: stringList(field(inputs, 'srcs') ?? field(drv, 'inputSrcs'), '`inputSrcs`').map(
      full,
    ),
    platform: string(field(drv, 'system') ?? field(drv, 'platform'), '`system`'),
    builder: string(field(drv, 'builder'), '`builder`'),
    args: stringList(field(drv, 'args'), '`args`'),
    env,
  };
}

function optionalRecord(value: unknown, what: string): JsonRecord {
  return value === undefined ? {} : record(value, what);
}

function readEnv(drv: JsonRecord): ReadonlyMap<string, string> {
  const env = optionalRecord(field(drv, 'env'), '`env`');
  const entries = new Map(
    Object.keys(env).map((name) => [name, string(field(env, name), 'a value of `env`')] as const),
  );
  const structured = field(drv, 'structuredAttrs');
  if (structured !== undefined && structured !== null) {
    entries.set('__json', compactJson(structured));
  }
  return entries;
}

function readOutputs(
  outputs: JsonRecord,
  env: ReadonlyMap<string, string>,
  full: (path: string) => string,
): DerivationParts['outputs'] {
  return Object.keys(outputs).map((name) => {
    const output = record(field(outputs, name), 'an output');
    const digest = optionalString(output, 'hash');
    const sri = digest === undefined ? undefined : decodeSri(digest);
    const algorithm = sri?.algorithm ?? optionalString(output, 'hashAlgo') ?? '';
    const impure = field(output, 'impure') === true;
    const hash = impure ? 'impure' : (sri?.base16 ?? digest ?? '');
    // Formats 3 and 4 leave out the path of a fixed output, which its environment variable still holds.
    const known = optionalString(output, 'path') ?? (hash === '' || impure ? '' : env.get(name));
    return {
      name,
      path: full(known ?? ''),
      methodAlgo: algorithm === '' ? '' : methodPrefix(output) + algorithm,
      hash,
    };
  });
}

function optionalString(object: JsonRecord, name: string): string | undefined {
  const value = field(object, name);
  return value === undefined || value === null ? undefined : string(value, `\`${name}\``);
}

function methodPrefix(output: JsonRecord): string {
  const method = optionalString(output, 'method');
  switch (method) {
    case undefined:
    case 'flat':
      return '';
    case 'nar':
      return 'r:';
    case 'text':
    case 'git':
      return `${method}:`;
    default:
      throw new ShapeFault('`method` is none of flat, nar, text and git');
  }
}

/** `["out"]` up to 2.17, `{outputs, dynamicOutputs}` since. */
function readNode(value: unknown, depth: number): OutputNode {
  if (depth > MAX_OUTPUT_DEPTH)
    throw new ShapeFault(`outputs nested deeper than ${MAX_OUTPUT_DEPTH}`);
  if (Array.isArray(value))
    return { outputs: stringList(value, 'the outputs'), dynamic: new Map() };
  const node = record(value, 'an input');
  const children = optionalRecord(field(node, 'dynamicOutputs'), '`dynamicOutputs`');
  const dynamic = new Map(
    Object.keys(children).map(
      (name) => [name, readNode(field(children, name), depth + 1)] as const,
    ),
  );
  return { outputs: stringList(field(node, 'outputs'), 'the outputs'), dynamic };
}
