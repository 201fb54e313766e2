import type { NixFault, NixTree } from '../model/nix.ts';
import type { NixCode } from '../model/nix-code.ts';
import { nixEvaluator } from '../parse/nix/evaluate.ts';
import { nixSettings } from '../parse/nix/settings.ts';
import { fetchCalls } from './fetches.ts';
import { hashUses } from './hashes.ts';
import { plainSecrets } from './plain-secrets.ts';
import { derivationReads, harvests, runtimeReads } from './reads.ts';
import type { Repository } from './repository.ts';
import { sandboxGaps, tlsSwitches } from './sandbox.ts';
import { secretPaths } from './secret-paths.ts';
import { survey, type Work } from './site.ts';
import { sourceUses } from './sources.ts';

/** What rules need to know of Nix code, from its tree and the files it names. Total, also on trees with mistakes. */
export function readNixCode(
  file: string,
  text: string,
  tree: NixTree,
  repository: Repository,
): NixCode {
  const evaluator = nixEvaluator();
  const work = survey(tree.root, evaluator);
  const { settings, complete } = nixSettings(tree.root, evaluator);
  return {
    fetches: fetchCalls(work),
    lookups: lookups(work),
    hashes: hashUses(work),
    tls: tlsSwitches(work),
    sandbox: sandboxGaps(work),
    harvests: harvests(work),
    runtimeReads: runtimeReads(work),
    secretPaths: secretPaths(file, settings, repository),
    plainSecrets: plainSecrets(file, text, settings, evaluator),
    sources: sourceUses(file, work, repository),
    derivationReads: derivationReads(work),
    limits: complete && !evaluator.exhausted() ? [] : [unfinished],
  };
}

const unfinished: NixFault = {
  cause: 'limit',
  message: 'code refers to itself too often to be followed to the end',
  span: { start: 0, end: 0 },
};

function lookups({ others }: Work): NixCode['lookups'] {
  return others.flatMap(({ expr, inTest }) => {
    if (expr.type !== 'search-path' || expr.value.startsWith('nix/')) return [];
    return [{ name: expr.value, at: expr.span, inTest }];
  });
}
