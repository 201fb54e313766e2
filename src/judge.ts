import type { Document, Kind } from './model/document.ts';
import type { Problem } from './model/finding.ts';
import type { Context, Judged, Rule } from './model/rule.ts';

/**
 * Problems of one rule in one document. Nobody reads more, and each costs an excerpt: a file made of nothing
 * but findings must not cost minutes or gigabytes.
 */
export const MAX_PROBLEMS = 1_000;

/** Runs every rule over every document of its kinds; what the limit cuts off is a finding of its own. */
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
      let count = 0;
      // A rule's `check` takes exactly the kinds it names, and the document is of one of them.
      for (const problem of rule.check(document as never, full)) {
        if (++count > MAX_PROBLEMS) {
          judged.push(...cutOff(rule, document.path, problem, rules));
          break;
        }
        judged.push({ rule, path: problem.path ?? document.path, problem });
      }
    }
  }
  return judged;
}

function cutOff(cut: Rule, path: string, at: Problem, rules: readonly Rule[]): Judged[] {
  const rule = rules.find(({ id }) => id === 'meta-limit-reached');
  if (rule === undefined) return [];
  const message = `more than ${MAX_PROBLEMS} findings of ${cut.id}, the rest is not listed`;
  return [{ rule, path, problem: { reason: 'limit', subject: cut.id, at: at.at, message } }];
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
