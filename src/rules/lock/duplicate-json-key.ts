import type { JsonMember, JsonValue } from '../../model/json.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const duplicateJsonKey: RuleOf<'flake-lock'> = {
  id: 'lock-duplicate-json-key',
  summary: 'a JSON object repeats a key; the last one counts, reviewers see the first',
  help: 'Run `nix flake lock` to rewrite the file, then compare it with what was reviewed.',
  references: ['CWE-436', 'T1036'],
  kinds: ['flake-lock'],
  reasons: {
    duplicate: { summary: 'a key occurs twice in one object', levels: levels('error') },
  },
  *check({ model, path }) {
    const paths = new Map(model.inputs.map((input) => [input.node.key, input.path]));
    for (const { pointer, first, again } of repeatedKeys(model.json)) {
      const [top, nodeKey] = pointer;
      const subject =
        top === 'nodes' && nodeKey !== undefined ? (paths.get(nodeKey) ?? nodeKey) : top;
      yield {
        reason: 'duplicate',
        subject: subject ?? again.name,
        at: again.nameSpan,
        message: `key "${again.name}" occurs again in ${inside(pointer)}; Nix uses this one`,
        evidence: pointer.join('\0'),
        related: [{ path, span: first.nameSpan, message: 'the first one, which Nix ignores' }],
      };
    }
  },
};

type Repeated = {
  /** Names from the top of the file down to the repeated key. */
  readonly pointer: readonly string[];
  readonly first: JsonMember;
  readonly again: JsonMember;
};

/** The way down to a value; built into a list only for the rare key that repeats. */
type Way = { readonly name: string; readonly above: Way } | undefined;

/** Every key that stands in its object before; names are compared after unescaping. */
function* repeatedKeys(top: JsonValue): Generator<Repeated> {
  const stack: { readonly value: JsonValue; readonly way: Way }[] = [
    { value: top, way: undefined },
  ];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, way } = entry;
    if (value.type === 'array') {
      for (const item of value.items) if (isContainer(item)) stack.push({ value: item, way });
    }
    if (value.type !== 'object') continue;
    const firsts = new Map<string, JsonMember>();
    for (const member of value.members) {
      const below: Way = { name: member.name, above: way };
      const first = firsts.get(member.name);
      if (first === undefined) firsts.set(member.name, member);
      else yield { pointer: pointerOf(below), first, again: member };
      if (isContainer(member.value)) stack.push({ value: member.value, way: below });
    }
  }
}

function isContainer(value: JsonValue): boolean {
  return value.type === 'object' || value.type === 'array';
}

function pointerOf(way: Way): readonly string[] {
  const names: string[] = [];
  for (let at = way; at !== undefined; at = at.above) names.unshift(at.name);
  return names;
}

function inside(pointer: readonly string[]): string {
  return pointer.length === 1 ? 'the lock' : pointer.slice(0, -1).join('.');
}
