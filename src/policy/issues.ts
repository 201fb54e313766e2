import * as z from 'zod';
import { didYouMean } from './closest.ts';
import type { Flaw } from './fault.ts';
import { placeKey } from './tree.ts';
import type { Tree } from './tree.ts';

type Issue = z.core.$ZodIssue;

/** Foreign text in a message is cut here. */
const longestQuote = 40;

/** More choices than this are not listed: the suggestion has to do. */
const mostChoices = 8;

/** A text with more mistakes than this is something else altogether; suggestions take their time. */
const mostFlaws = 100;

/** Says each problem zod found in words, at its place in the text; only so many of them. */
export function issueFlaws(schema: z.ZodType, tree: Tree, issues: readonly Issue[]): Flaw[] {
  return issues
    .slice(0, mostFlaws)
    .flatMap((issue) => flawsOf(schema, tree, issue, issue.path))
    .slice(0, mostFlaws);
}

function flawsOf(
  schema: z.ZodType,
  tree: Tree,
  issue: Issue,
  path: readonly PropertyKey[],
): Flaw[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostFlaws).map((key) => unknownKey(schema, tree, path, key));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((candidate) => candidate.every(isInside));
    if (branch && branch.length > 0) {
      return branch.flatMap((inner) => flawsOf(schema, tree, inner, [...path, ...inner.path]));
    }
    return [
      {
        at: valueAt(tree, path),
        message: `expected text or a mapping, found ${found(tree, path)}`,
      },
    ];
  }
  const isMissing = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (isMissing && path.length > 0 && !tree.places.has(placeKey(path))) {
    const parent = path.slice(0, -1);
    const message = `missing key ${quote(String(path.at(-1)))}`;
    return [{ at: valueAt(tree, parent), message }];
  }
  return [{ at: valueAt(tree, path), message: messageOf(tree, issue, path) }];
}

/** Whether a union's branch was the meant one: its problem is not the type of the whole. */
function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code !== 'invalid_type';
}

function messageOf(tree: Tree, issue: Issue, path: readonly PropertyKey[]): string {
  if (issue.code === 'invalid_value') return choice(tree, issue.values.map(String), path);
  const actual = found(tree, path);
  if (issue.code === 'invalid_type') return `expected ${typeName(issue.expected)}, found ${actual}`;
  const isNumber = typeof lookUp(tree.value, path) === 'number';
  if (issue.code === 'too_small' && isNumber) {
    return `expected at least ${issue.minimum}, found ${actual}`;
  }
  if (issue.code === 'too_big' && isNumber) {
    return `expected at most ${issue.maximum}, found ${actual}`;
  }
  return `${issue.message}, found ${actual}`;
}

function choice(tree: Tree, values: readonly string[], path: readonly PropertyKey[]): string {
  const value = lookUp(tree.value, path);
  const hint = typeof value === 'string' ? didYouMean(value, values) : '';
  if (values.length > mostChoices) {
    return `unknown ${String(path.at(-1))} ${found(tree, path)}${hint}`;
  }
  const listed = values.length === 1 ? values.join() : `one of ${values.join(', ')}`;
  return `expected ${listed}, found ${found(tree, path)}${hint}`;
}

function unknownKey(
  schema: z.ZodType,
  tree: Tree,
  path: readonly PropertyKey[],
  key: string,
): Flaw {
  const place = tree.places.get(placeKey([...path, key]));
  const noun = placeKey(path) === 'rules' ? 'rule' : 'key';
  const hint = didYouMean(key, knownKeys(schema, path));
  return { at: place?.key?.start ?? 0, message: `unknown ${noun} ${quote(key)}${hint}` };
}

/** Keys the schema knows at a place. */
function knownKeys(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => knownKeys(option, path));
  }
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray && first !== undefined) return knownKeys(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(schema.shape);
  return Object.hasOwn(schema.shape, first) ? knownKeys(schema.shape[String(first)], rest) : [];
}

function valueAt(tree: Tree, path: readonly PropertyKey[]): number {
  return tree.places.get(placeKey(path))?.value.start ?? 0;
}

/** What stands at a place, in words; the path comes from zod, which walked the same value. */
function found(tree: Tree, path: readonly PropertyKey[]): string {
  const value = lookUp(tree.value, path);
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}

function lookUp(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    // Own property of an object, checked above.
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function quote(text: string): string {
  return JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);
}

function typeName(expected: string): string {
  switch (expected) {
    case 'object':
      return 'a mapping';
    case 'array':
      return 'a list';
    case 'string':
      return 'text';
    case 'int':
      return 'a whole number';
    default:
      return `a ${expected}`;
  }
}
