import { parseEvalJobs } from '../../parse/derivation/json.ts';
import { DEFAULT_STORE_DIRECTORY, storeBaseName } from '../../nix/store-path.ts';
import type { FileTree } from '../../model/store.ts';
import type { Session } from './session.ts';

/** An expression that should be a derivation, in the context of the others. */
export type Job = { readonly subject: string; readonly expression: string };

/** Linux takes 128 KiB for one argument; a job with a long attribute path has 200 bytes. */
const JOBS_PER_PROCESS = 500;

/**
 * Store paths of derivations that nix-eval-jobs finds, by subject; empty where it is not installed, older than
 * `--expr` (2.11) or fails. It only saves time: it evaluates several attributes at once under the very settings of the
 * session, and whatever it does not answer with a derivation of the private store is left to be asked the plain
 * way, which also says why.
 */
export function derivationsByJobs(
  session: Session,
  files: FileTree,
  context: string,
  jobs: readonly Job[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < jobs.length; at += JOBS_PER_PROCESS) {
    const batch = jobs.slice(at, at + JOBS_PER_PROCESS);
    const lines = session.jobs(`${context} ${jobSet(batch)}`);
    if (lines === undefined) break;
    const subjects = new Map(batch.map(({ subject }, index) => [`j${index}`, subject]));
    for (const { attributes, drvPath } of parseEvalJobs(lines)) {
      const subject = attributes.length === 1 ? subjects.get(attributes[0] ?? '') : undefined;
      if (subject !== undefined && drvPath !== undefined && isThere(session, files, drvPath)) {
        found.set(subject, drvPath);
      }
    }
  }
  return found;
}

/**
 * What is no derivation becomes null, or it would be searched for some; a `__functor` would be called
 * (`autoCallFunction`), which `nix eval` does not do.
 */
function jobSet(jobs: readonly Job[]): string {
  const members = jobs.map(({ expression }, index) => `j${index} = job (${expression});`);
  const job = 'job = value: if isDrv value && !(value ? __functor) then value else null;';
  return `let ${job} in { ${members.join(' ')} }`;
}

/** A name is trusted only when the derivation was written to the store of this session. */
function isThere(session: Session, files: FileTree, drvPath: string): boolean {
  const base = storeBaseName(drvPath, [DEFAULT_STORE_DIRECTORY]);
  return (
    base?.endsWith('.drv') === true &&
    files.status(`${session.storeDirectory}/${base}`)?.type === 'file'
  );
}
