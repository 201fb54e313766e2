/** A string or number inside structured attributes, and the way to it. */
export type AttributeLeaf = { readonly path: readonly (string | number)[]; readonly text: string };

/** Attribute sets of packages nest a handful of levels; what is deeper is kept as one JSON text. */
const MAX_DEPTH = 64;

/**
 * Leaves of the JSON that `__structuredAttrs` stores in `env.__json`, in file order; undefined when the
 * text is no JSON object. Booleans and null say nothing and are left out.
 */
export function structuredLeaves(json: string): readonly AttributeLeaf[] | undefined {
  const root = parseObject(json);
  if (root === undefined) return undefined;
  const leaves: AttributeLeaf[] = [];
  const pending: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [
    { value: root, path: [] },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') leaves.push({ path, text: value });
    else if (typeof value === 'number') leaves.push({ path, text: String(value) });
    else if (typeof value === 'object' && value !== null) {
      if (path.length >= MAX_DEPTH) leaves.push({ path, text: flatText(value) });
      else for (const child of children(value, path).toReversed()) pending.push(child);
    }
  }
  return leaves;
}

/** Dotted path of a leaf: `a.b[0]`, names with other characters quoted. */
export function attributePath(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = /^[A-Za-z_][\w'-]*$/.test(part) ? part : JSON.stringify(part);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

function parseObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function children(
  value: object,
  path: readonly (string | number)[],
): { readonly value: unknown; readonly path: readonly (string | number)[] }[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.map(([key, item]) => ({ value: item, path: [...path, key] }));
}

/** JSON.stringify recurses: a tree deep enough to exhaust the stack is left to the raw scan of the file. */
function flatText(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
