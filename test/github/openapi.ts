import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import formatsPlugin from 'ajv-formats';

/** One operation of GitHub's description. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Query parameters by name, with the check of their value. */
  readonly query: ReadonlyMap<string, (value: string) => boolean>;
  /** Absent when the operation takes no body. */
  readonly body?: () => ValidateFunction;
  readonly success: { readonly status: number; readonly example: unknown };
};

type Schema = { readonly type?: string };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly $ref?: string;
};
type Example = { readonly $ref?: string; readonly value?: unknown };
type Media = { readonly 'application/json'?: { readonly examples?: Record<string, Example> } };
type Described = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Record<string, { readonly content?: Media }>;
};
type Description = {
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: {
    readonly parameters: Record<string, Parameter>;
    readonly examples: Record<string, Example>;
  };
};

/** Parameters of a path that may hold slashes. */
const slashed = new Set(['path', 'ref', 'basehead']);

/** Reads the committed slice of GitHub's OpenAPI description; the operation with the longest path first. */
export function operations(): Operation[] {
  const description: Description = JSON.parse(
    readFileSync('test/schemas/github-openapi-slice.json', 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  // The package is CommonJS; under nodenext its plugin is the `default` member.
  formatsPlugin.default(ajv);
  for (const name of ['repo.nwo', 'timestamp']) ajv.addFormat(name, true);
  ajv.addSchema(description, 'github');
  return Object.entries(description.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) =>
        operation(path, method, described, description, ajv),
      ),
    )
    .sort((a, b) => b.pattern.source.length - a.pattern.source.length);
}

function operation(
  path: string,
  method: string,
  described: Described,
  { components }: Description,
  ajv: Ajv,
): Operation {
  const names: string[] = [];
  const source = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    return slashed.has(name) ? '(.+)' : '([^/]+)';
  });
  const parameters = (described.parameters ?? []).map((parameter) =>
    parameter.$ref === undefined ? parameter : components.parameters[last(parameter.$ref)],
  );
  const query = new Map<string, (value: string) => boolean>();
  for (const parameter of parameters) {
    if (parameter?.in === 'query') query.set(parameter.name, checker(parameter.schema, ajv));
  }
  const pointer = `github#/paths/${escaped(path)}/${method}/requestBody/content/application~1json/schema`;
  return {
    id: described.operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${source}$`),
    names,
    query,
    ...(described.requestBody && { body: () => ajv.compile({ $ref: pointer }) }),
    success: success(described, components.examples),
  };
}

function checker(schema: Schema, ajv: Ajv): (value: string) => boolean {
  const validate = ajv.compile(schema);
  return (value) => validate(schema.type === 'integer' ? Number(value) : value);
}

function success(
  { responses }: Described,
  examples: Record<string, Example>,
): Operation['success'] {
  const [status, response] =
    Object.entries(responses).find(([code]) => code.startsWith('20')) ?? [];
  const [example] = Object.values(response?.content?.['application/json']?.examples ?? {});
  const value = example?.$ref === undefined ? example?.value : examples[last(example.$ref)]?.value;
  return { status: Number(status), example: value };
}

function last(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function escaped(path: string): string {
  const pointer = path.replaceAll('~', '~0').replaceAll('/', '~1');
  return pointer.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
