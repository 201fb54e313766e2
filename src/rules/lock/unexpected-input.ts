import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { lockedInputs } from '../../parse/locked-input.ts';
import { identityText } from '../../parse/source-identity.ts';
import { placeOf } from '../../parse/source-place.ts';
import { coverOf, entriesFor } from '../../policy/inventory.ts';

/** Entries shown beside an input they do not cover. */
const maxRelated = 4;

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
    const cover = coverOf(inventory, now);
    for (const input of lockedInputs(model)) {
      const source = identityText(input.identity);
      // What lies in the linted tree is reviewed with it.
      const isOwn = placeOf(input.locked) === 'relative';
      const given = { lock: lockPath, input: input.path, source };
      if (isOwn || cover(given) !== undefined) continue;
      yield {
        reason: 'unlisted',
        subject: input.path,
        at: input.input.node.keySpan,
        message: `${source} is not in the inventory ${inventory.path}`,
        evidence: source,
        related: entriesFor(inventory, given)
          .slice(0, maxRelated)
          .map(({ path, source: expected, span }) => ({
            path,
            span,
            message: `the inventory expects ${expected} here`,
          })),
      };
    }
  },
};
