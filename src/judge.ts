import type { Document, Kind } from './model/document.ts';
import type { Context, Judged, Rule } from './model/rule.ts';

/** Runs every rule over every document of its kinds. */
export function judge(
  documents: readonly Document[],
  rules: readonly Rule[],
  context: Omit<Context, 'document'>,
): Judged[] {
  const full: Context = { ...context, document: finder(documents) };
  const byKind = rulesByKind(rules);
  const judged: Judged[] = [];
  for (const document of documents) {
    for (const rule of byKind.get(document.kind) ?? []) {
      // A rule's `check` takes exactly the kinds it names, and the document is of one of them.
      for (const problem of rule.check(document as never, full)) {
        judged.push({ rule, path: problem.path ?? document.path, problem });
      }
    }
  }
  return judged;
}

/** One file may be several documents, of different kinds. */
function finder(documents: readonly Document[]): Context['document'] {
  const known = new Map<string, Document>();
  const keyOf = (path: string, kind: Kind): string => `${kind} ${path}`;
  for (const document of documents) known.set(keyOf(document.path, document.kind), document);
  // The key holds the kind, so what is found is of that kind.
  return (path, kind) => known.get(keyOf(path, kind)) as never;
}

function rulesByKind(rules: readonly Rule[]): ReadonlyMap<Kind, readonly Rule[]> {
  const byKind = new Map<Kind, Rule[]>();
  for (const rule of rules) {
    for (const kind of rule.kinds) {
      const list = byKind.get(kind) ?? [];
      list.push(rule);
      byKind.set(kind, list);
    }
  }
  return byKind;
}
