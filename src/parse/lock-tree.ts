import { member, type JsonMember, type JsonObject, type JsonValue } from '../model/json.ts';

/**
 * Turns the tree of a version 4 lock (`inputs` nested in `inputs`, read today only by flake-compat) into
 * the nodes and string edges of later versions. Node keys are escaped input paths; the root comes first.
 */
export function treeNodes(lock: JsonObject): JsonMember[] {
  const rootName = '';
  const entries: JsonMember[] = [];
  const queue: { readonly key: string; readonly from: JsonMember | undefined }[] = [
    { key: rootName, from: undefined },
  ];
  for (const { key, from } of queue) {
    const object = from === undefined ? lock : from.value;
    const children = object.type === 'object' ? member(object, 'inputs')?.value : undefined;
    const edges: JsonMember[] = [];
    for (const child of children?.type === 'object' ? children.members : []) {
      const childKey = `${key}/${encodeURIComponent(child.name)}`;
      edges.push({ ...child, value: { type: 'string', value: childKey, span: child.value.span } });
      queue.push({ key: childKey, from: child });
    }
    entries.push(nodeEntry(key, from, object, edges, children));
  }
  return entries;
}

function nodeEntry(
  key: string,
  from: JsonMember | undefined,
  object: JsonValue,
  edges: readonly JsonMember[],
  children: JsonValue | undefined,
): JsonMember {
  const inputs: JsonValue = {
    type: 'object',
    members: edges,
    span: children?.span ?? object.span,
  };
  const own =
    from !== undefined && object.type === 'object'
      ? object.members.filter((entry) => entry.name !== 'inputs')
      : [];
  const nameSpan = from?.nameSpan ?? object.span;
  return {
    name: key,
    nameSpan,
    value: {
      type: 'object',
      members: [...own, { name: 'inputs', nameSpan, value: inputs }],
      span: object.span,
    },
  };
}
