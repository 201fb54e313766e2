import type { ExpectedInput, Inventory } from '../../model/policy.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { type LockedInput, lockedInputs } from '../../parse/locked-input.ts';
import { identityText } from '../../parse/source-identity.ts';
import { placeOf } from '../../parse/source-place.ts';
import { matchesSource } from '../../parse/source-pattern.ts';

export const unexpectedInput: RuleOf<'flake-lock'> = {
  id: 'lock-unexpected-input',
  summary: 'an input is not in the inventory, or the graph is larger than policy allows',
  help: 'Review the new input, then add it to the inventory; or drop it with `follows`.',
  references: ['CWE-1357', 'T1195.001'],
  kinds: ['flake-lock'],
  reasons: {
    unlisted: {
      summary: 'an inventory exists and lists neither this input nor its source here',
      levels: levels('error'),
    },
    nodes: {
      summary: 'the lock has more inputs than `max-nodes`',
      levels: levels('error'),
      help: 'Let inputs share sources with `follows`, or raise `max-nodes` after review.',
    },
    depth: {
      summary: 'an input is nested deeper than `max-depth`',
      levels: levels('error'),
      help: 'Cut the chain with `follows`, or raise `max-depth` after review.',
    },
  },
  *check({ model, path: lockPath }, { now, policy }) {
    const { inventory, maxDepth, maxNodes } = policy;
    const { inputs } = model;
    if (maxNodes !== undefined && inputs.length > maxNodes) {
      const message = `lock has ${inputs.length} inputs, expected at most ${maxNodes}`;
      const at = model.rootSpan;
      yield { reason: 'nodes', subject: 'root', at, message, evidence: `${maxNodes}` };
    }
    // Inputs come nearest to the root first: one finding, at the first that is too deep.
    const deep = inputs.find(({ names }) => maxDepth !== undefined && names.length > maxDepth);
    if (deep !== undefined) {
      const message = `input is ${deep.names.length} levels deep, expected at most ${maxDepth}`;
      yield {
        reason: 'depth',
        subject: deep.path,
        at: deep.edge.span,
        message,
        evidence: `${maxDepth}`,
      };
    }
    if (inventory === undefined) return;
    const isExpected = expectation(inventory, lockPath, now);
    for (const input of lockedInputs(model)) {
      if (placeOf(input.locked) === 'relative' || isExpected(input)) continue;
      const text = identityText(input.identity);
      yield {
        reason: 'unlisted',
        subject: input.path,
        at: input.input.node.keySpan,
        message: `${text} is not in the inventory ${inventory.path}`,
        evidence: text,
      };
    }
  },
};

/** Answers for one lock; exact entries cost one look-up however many there are. */
function expectation(
  inventory: Inventory,
  lockPath: string,
  now: Date,
): (input: LockedInput) => boolean {
  const today = now.toISOString().slice(0, 10);
  const exact = new Set<string>();
  const globs: ExpectedInput[] = [];
  for (const entry of inventory.inputs) {
    if (entry.until !== undefined && entry.until < today) continue;
    if (entry.lock !== undefined && !matchesSource(entry.lock, lockPath)) continue;
    if (`${entry.source}${entry.input}`.includes('*')) globs.push(entry);
    else exact.add(place(entry.source, entry.input));
  }
  return ({ identity, path }) => {
    const source = identityText(identity);
    if (exact.has(place(source, path)) || exact.has(place(source, undefined))) return true;
    return globs.some(
      (entry) =>
        matchesSource(entry.source, source) &&
        (entry.input === undefined || matchesSource(entry.input, path)),
    );
  };
}

function place(source: string, input: string | undefined): string {
  const folded = /^(?:github|gitlab|sourcehut):/i.test(source) ? source.toLowerCase() : source;
  return JSON.stringify([folded, input]);
}
