import type { AttrSet } from '../../model/flake-lock.ts';
import { type DiffContext, isDeclared, type Pair } from '../context.ts';
import type { Classifier } from '../outcome.ts';
import { isRedeclared, treeOptions } from '../side.ts';

/** Which part of a source is evaluated, or whether it is evaluated at all. */
export const flakeFlagChanged: Classifier = (pair, context) => {
  const change = changeOf(pair);
  if (change === undefined) return undefined;
  const explained = isExplained(pair, context);
  return {
    class: 'diff-flake-flag-changed',
    reason: explained ? `${change.what}-explained` : change.what,
    verdict: explained ? 'review' : 'fail',
    message: explained ? change.message : `${change.message}; nothing that declares it changed`,
    attribute: change.attribute,
  };
};

type Change = { readonly what: string; readonly message: string; readonly attribute: string };

function changeOf({ before, after }: Pair): Change | undefined {
  if (before.node.flake !== after.node.flake) {
    const message = after.node.flake
      ? 'input is evaluated as a flake, was only a source'
      : 'input is only a source, was evaluated as a flake';
    return { what: 'flake', message, attribute: 'flake' };
  }
  for (const set of ['locked', 'original'] as const) {
    for (const name of ['dir', ...treeOptions]) {
      const [was, is] = [valueOf(before[set], name), valueOf(after[set], name)];
      if (was === is) continue;
      const what = name === 'dir' ? 'dir' : 'fetch-options';
      return { what, message: `${name} is ${is}, was ${was}`, attribute: name };
    }
  }
  return undefined;
}

/** A fetcher's option that is off or empty is as good as absent. */
function valueOf(set: AttrSet, name: string): string {
  const value = set.attrs.get(name)?.value;
  return value === undefined || value === false || value === '' ? 'not set' : String(value);
}

/** What lock entries declare holds no flake flag: unless flake.nix is at hand, losing code to evaluate is believed. */
function isExplained({ before, after }: Pair, context: DiffContext): boolean {
  const declared = context.declarations.changed(after.entry.names);
  if (declared === undefined && before.node.flake && !after.node.flake) return true;
  const declaresAnew =
    isRedeclared(before, after) ||
    ['dir', ...treeOptions].some(
      (name) => valueOf(before.original, name) !== valueOf(after.original, name),
    );
  return isDeclared(after.entry.names, declaresAnew, context);
}
