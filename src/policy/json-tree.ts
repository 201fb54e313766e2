import type { JsonObject, JsonValue } from '../model/json.ts';
import { parseJson } from '../parse/json.ts';
import type { Flaw } from './fault.ts';
import type { Place, Tree } from './tree.ts';
import { placeKey } from './tree.ts';

/** A baseline of 100,000 findings stays below; its entries hold nothing long. */
const maxLength = 32 * 1024 * 1024;

type Walk = { readonly places: Map<string, Place>; readonly flaws: Flaw[] };

/**
 * Reads JSON that the linter wrote itself and that may be long: two orders of magnitude faster than
 * reading it as YAML. Never throws.
 */
export function readJsonTree(text: string): Tree {
  const places = new Map<string, Place>();
  if (text.length > maxLength) {
    const message = `expected at most ${maxLength} characters, found ${text.length}`;
    return { value: undefined, places, flaws: [{ at: 0, message }] };
  }
  const { value, faults } = parseJson(text);
  if (value === undefined || faults.length > 0) {
    const flaws = faults.map(({ span, message }) => ({ at: span.start, message }));
    return { value: undefined, places, flaws };
  }
  const walk: Walk = { places, flaws: [] };
  return { value: convert(value, [], walk), places, flaws: walk.flaws };
}

/** Recursion is bounded by the parser's own depth limit. */
function convert(value: JsonValue, path: readonly PropertyKey[], walk: Walk): unknown {
  if (path.length === 0) walk.places.set('', { value: value.span });
  if (value.type === 'object') return convertObject(value, path, walk);
  if (value.type === 'null') return null;
  if (value.type !== 'array') return value.value;
  return value.items.map((item, index) => {
    const at = [...path, index];
    walk.places.set(placeKey(at), { value: item.span });
    return convert(item, at, walk);
  });
}

function convertObject(value: JsonObject, path: readonly PropertyKey[], walk: Walk): unknown {
  const object: Record<string, unknown> = Object.create(null);
  for (const { name, nameSpan, value: inner } of value.members) {
    if (name in object) {
      const message = `key ${JSON.stringify(name)} stands here twice`;
      walk.flaws.push({ at: nameSpan.start, message });
      continue;
    }
    const at = [...path, name];
    walk.places.set(placeKey(at), { key: nameSpan, value: inner.span });
    object[name] = convert(inner, at, walk);
  }
  return object;
}
