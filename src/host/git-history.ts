import type { Commit, History, HistoryQuery } from '../model/host.ts';
import type { RunGit } from './git.ts';

/** One field a record: full id, parents, author, committer's date, subject. */
const FIELDS = ['%H', '%P', '%an', '%ct', '%s'];

/**
 * Reads the first-parent line of HEAD, newest first. Options name everything that configuration could turn
 * on: signatures would run gpg, mail maps and notes would rewrite what the author wrote.
 */
export function readHistory(
  git: RunGit,
  resolve: (revision: string) => string | undefined,
  below: string,
  { after, names, maxCommits }: HistoryQuery,
): History {
  const from = after === undefined ? undefined : resolve(after);
  const cut = isShallow(git);
  if (after !== undefined && from === undefined) {
    const remedy = cut ? `: ${SHALLOW}` : '; the branch may have been rewritten since';
    return { ok: false, problem: `revision ${after} is not at hand${remedy}` };
  }
  const run = git([
    'log',
    '-z',
    '--first-parent',
    '--no-show-signature',
    '--no-mailmap',
    '--no-notes',
    '--no-color',
    '--no-patch',
    '--no-decorate',
    '--encoding=UTF-8',
    `--max-count=${maxCommits + 1}`,
    `--format=tformat:${FIELDS.join('%x00')}`,
    ...(from === undefined ? ['HEAD'] : ['HEAD', `^${from}`]),
    '--',
    ...names.map((name) => `:(glob)${below.replaceAll(/[*?[\]\\]/g, '\\$&')}**/${name}`),
  ]);
  if (run.status !== 0) return { ok: false, problem: 'the history cannot be read' };
  const commits = readCommits(Buffer.from(run.stdout).toString('utf8'));
  const cutOff = cut && isCutOff(commits, from !== undefined) ? SHALLOW : undefined;
  const tooMany = commits.length > maxCommits ? `more than ${maxCommits} commits` : undefined;
  const why = tooMany ?? cutOff;
  return { ok: true, commits: commits.slice(0, maxCommits), ...(why && { cutOff: why }) };
}

/** Fields never hold NUL and a subject is one line, so counting is enough. */
function readCommits(text: string): Commit[] {
  const fields = text.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
    const [id = '', parents = '', author = '', time = '', subject = ''] = fields.slice(at);
    commits.push({
      id,
      parents: parents === '' ? [] : parents.split(' '),
      author,
      time: Number(time) || 0,
      subject,
    });
  }
  return commits;
}

function isShallow(git: RunGit): boolean {
  const run = git(['rev-parse', '--is-shallow-repository']);
  return Buffer.from(run.stdout).toString('utf8').trim() === 'true';
}

const SHALLOW = 'the checkout is shallow, fetch all of it (fetch-depth: 0)';

/**
 * Where a shallow checkout ends git shows a commit without parents that adds every file. One that has no lock
 * shows nothing, and below it there may have been some: only a start that is at hand is an end.
 */
function isCutOff(commits: readonly Commit[], hasStart: boolean): boolean {
  return !hasStart || commits.some(({ parents }) => parents.length === 0);
}

/** The parents that a commit names, also where a shallow checkout lacks them. */
export function parents(git: RunGit, commit: string | undefined): readonly string[] {
  if (commit === undefined) return [];
  const run = git(['cat-file', 'commit', commit]);
  const [header = ''] = Buffer.from(run.stdout).toString('latin1').split('\n\n', 1);
  return header.split('\n').flatMap((line) => /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1] ?? []);
}

/**
 * The commit at which what is checked out left the history of another commit. Undefined where there is none or more than
 * one, and in a shallow checkout, whose history ends somewhere.
 */
export function forkPoint(git: RunGit, commit: string | undefined): string | undefined {
  if (commit === undefined || isShallow(git)) return undefined;
  const run = git(['merge-base', '--all', commit, 'HEAD']);
  const found = Buffer.from(run.stdout).toString('latin1').trim();
  return run.status === 0 && /^[0-9a-f]{40,64}$/.test(found) ? found : undefined;
}
