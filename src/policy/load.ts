import type * as z from 'zod';
import type {
  Acceptance,
  ExpectedInput,
  Ignore,
  Inventory,
  Pattern,
  Policy,
  TrustedCache,
} from '../model/policy.ts';
import { defaultPolicy } from '../model/policy.ts';
import type { Level } from '../model/severity.ts';
import { emptySpan } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import type { Baseline } from './baseline.ts';
import type { Loaded } from './fault.ts';
import { locate } from './fault.ts';
import { issueFlaws } from './issues.ts';
import type { KnownRule } from './schema.ts';
import { baselineSchema, inventorySchema, policySchema } from './schema.ts';
import { readJsonTree } from './json-tree.ts';
import type { Tree } from './tree.ts';
import { placeKey } from './tree.ts';
import { readYaml } from './yaml.ts';

/** Finds the span of a value by its place. */
type SpanOf = (...path: readonly PropertyKey[]) => Span;

type Read<T> = { readonly data: T; readonly spanOf: SpanOf; readonly tree: Tree };

/**
 * Reads the policy file. Every fault is collected, each with its place and, where a name is nearly
 * right, a suggestion. Total: no text makes it throw.
 */
export function loadPolicy(
  path: string,
  text: string,
  rules: readonly KnownRule[],
): Loaded<Policy> {
  const read = readAs(policySchema(rules), path, text, readYaml(text));
  if (!read.ok) return read;
  const { data, spanOf, tree } = read.value;
  const inputs = data.inputs ?? {};
  const patterns = (list: Written | undefined, ...at: PropertyKey[]): Pattern[] =>
    (list ?? []).map((entry, index) => pattern(entry, path, spanOf(...at, index)));
  const value: Policy = {
    ...defaultPolicy,
    path,
    places: new Map([...tree.places].map(([key, place]) => [key, place.key ?? place.value])),
    profile: data.profile ?? defaultPolicy.profile,
    failOn: data['fail-on'] ?? defaultPolicy.failOn,
    levels: levelsOf(data.rules ?? {}, spanOf),
    exclude: data.files?.exclude ?? [],
    settingsFiles: data.files?.settings ?? [],
    ignore: (data.ignore ?? []).map((entry, index) => ignore(entry, path, spanOf('ignore', index))),
    allowedHosts: patterns(inputs['allowed-hosts'], 'inputs', 'allowed-hosts'),
    allowedOwners: patterns(inputs['allowed-owners'], 'inputs', 'allowed-owners'),
    allowedSources: patterns(inputs['allowed-sources'], 'inputs', 'allowed-sources'),
    localInputs: patterns(inputs['allow-local-inputs'], 'inputs', 'allow-local-inputs'),
    trustedUsers: patterns(data['trusted-users'], 'trusted-users'),
    ownInstallers: patterns(data['own-installers'], 'own-installers'),
    exampleKeys: patterns(data['example-keys'], 'example-keys'),
    approvedChanges: patterns(data['approved-changes'], 'approved-changes'),
    ...given('maxNodes', inputs['max-nodes']),
    ...given('maxDepth', inputs['max-depth']),
    ...given('maxJump', data.changes?.['max-jump']),
    ...given('cooldown', data.changes?.cooldown),
    ...given('inventoryFile', inputs.inventory),
    ...given('baselineFile', data.baseline),
    ...given('trustedCaches', trustedCaches(data['trusted-caches'], path, spanOf)),
  };
  return { ok: true, value };
}

/** Reads the inventory file; total. */
export function loadInventory(path: string, text: string): Loaded<Inventory> {
  const read = readAs(inventorySchema, path, text, readYaml(text));
  if (!read.ok) return read;
  const { data, spanOf } = read.value;
  const inputs = data.inputs.map((entry, index) =>
    expectedInput(entry, path, spanOf('inputs', index)),
  );
  return { ok: true, value: { path, inputs } };
}

/** Reads the baseline file, which is JSON; total. */
export function loadBaseline(path: string, text: string): Loaded<Baseline> {
  const read = readAs(baselineSchema, path, text, readJsonTree(text));
  if (!read.ok) return read;
  const { data, spanOf } = read.value;
  const entries = data.findings.map((entry, index) =>
    Object.assign(entry, { span: spanOf('findings', index) }),
  );
  return { ok: true, value: { path, entries } };
}

function readAs<S extends z.ZodType>(
  schema: S,
  path: string,
  text: string,
  tree: Tree,
): Loaded<Read<z.output<S>>> {
  const failed = (flaws = tree.flaws): Loaded<never> => ({
    ok: false,
    faults: locate(path, text, flaws),
  });
  if (tree.value === undefined) return failed();
  const parsed = schema.safeParse(tree.value);
  if (!parsed.success) {
    return failed([...tree.flaws, ...issueFlaws(schema, tree, parsed.error.issues)]);
  }
  if (tree.flaws.length > 0) return failed();
  const spanOf: SpanOf = (...at) => tree.places.get(placeKey(at))?.value ?? emptySpan;
  return { ok: true, value: { data: parsed.data, spanOf, tree } };
}

type Terms = {
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
  readonly until?: string | undefined;
};

type Written = readonly (string | (Terms & { readonly match: string }))[];

function acceptance(terms: Terms, path: string, span: Span): Acceptance {
  return {
    path,
    span,
    ...given('reason', terms.reason),
    ...given('owner', terms.owner),
    ...given('until', terms.until),
  };
}

function pattern(entry: Written[number], path: string, span: Span): Pattern {
  if (typeof entry === 'string') return { match: entry, path, span };
  return { match: entry.match, ...acceptance(entry, path, span) };
}

type WrittenIgnore = Terms & {
  readonly rule: string;
  readonly path?: string | undefined;
  readonly subject?: string | undefined;
  readonly 'reason-code'?: string | undefined;
};

function ignore(entry: WrittenIgnore, path: string, span: Span): Ignore {
  return {
    rule: entry.rule,
    ...given('file', entry.path),
    ...given('subject', entry.subject),
    ...given('reasonCode', entry['reason-code']),
    ...acceptance(entry, path, span),
  };
}

type WrittenInput = Terms & {
  readonly source: string;
  readonly input?: string | undefined;
  readonly lock?: string | undefined;
};

function expectedInput(entry: WrittenInput, path: string, span: Span): ExpectedInput {
  return {
    source: entry.source,
    ...given('input', entry.input),
    ...given('lock', entry.lock),
    ...acceptance(entry, path, span),
  };
}

type WrittenCache = Terms & { readonly url: string; readonly keys: readonly string[] };

function trustedCaches(
  list: readonly WrittenCache[] | undefined,
  path: string,
  spanOf: SpanOf,
): TrustedCache[] | undefined {
  return list?.map(({ url, keys, ...terms }, index) =>
    Object.assign({ url, keys }, acceptance(terms, path, spanOf('trusted-caches', index))),
  );
}

function levelsOf(
  rules: Readonly<Record<string, Level | undefined>>,
  spanOf: SpanOf,
): Policy['levels'] {
  const levels = new Map<string, { readonly level: Level; readonly span: Span }>();
  for (const [id, level] of Object.entries(rules)) {
    if (level !== undefined) levels.set(id, { level, span: spanOf('rules', id) });
  }
  return levels;
}

/** `{ [key]: value }`, or nothing for an absent value. */
function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // A computed key widens to string; the record holds exactly the one key that was asked for.
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
