import { type JsonMember, type JsonObject, type JsonValue } from '../model/json.ts';

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * The text Nix writes for a lock: nlohmann's `dump(2)` and a final line feed, keys sorted bytewise, of repeated keys
 * the last. Numbers stay as `text` spells them. The depth of recursion is bounded by the JSON reader.
 */
export function canonicalJson(value: JsonObject, text: string): string {
  const parts: string[] = [];
  write(value, text, '\n', parts);
  return `${parts.join('')}\n`;
}

function write(value: JsonValue, text: string, newline: string, parts: string[]): void {
  switch (value.type) {
    case 'string':
      parts.push(quoted(value.value));
      return;
    case 'object':
      return writeList('{', '}', sorted(value.members), newline, parts, (entry) => {
        parts.push(quoted(entry.name), ': ');
        write(entry.value, text, `${newline}  `, parts);
      });
    case 'array':
      return writeList('[', ']', value.items, newline, parts, (item) =>
        write(item, text, `${newline}  `, parts),
      );
    case 'number':
    case 'boolean':
    case 'null':
      parts.push(text.slice(value.span.start, value.span.end));
  }
}

function writeList<T>(
  open: string,
  close: string,
  items: readonly T[],
  newline: string,
  parts: string[],
  writeItem: (item: T) => void,
): void {
  parts.push(open);
  for (const [at, item] of items.entries()) {
    parts.push(at === 0 ? '' : ',', newline, '  ');
    writeItem(item);
  }
  parts.push(items.length === 0 ? '' : newline, close);
}

/** The last member of each name, by the bytes of the name: code points order as UTF-8 does. */
function sorted(members: readonly JsonMember[]): readonly JsonMember[] {
  const inOrder = members.every(
    ({ name }, at) => at === 0 || compareCodePoints(members[at - 1]?.name ?? '', name) < 0,
  );
  if (inOrder) return members;
  const last = [...new Map(members.map((entry) => [entry.name, entry])).values()];
  return last.sort((a, b) => compareCodePoints(a.name, b.name));
}

function compareCodePoints(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return (left.codePointAt(at) ?? -1) - (right.codePointAt(at) ?? -1);
}

function quoted(text: string): string {
  if (!/["\\\u0000-\u001f]/.test(text)) return `"${text}"`;
  const escaped = text.replaceAll(/["\\\u0000-\u001f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return simpleEscapes.get(character) ?? `\\u${code}`;
  });
  return `"${escaped}"`;
}
