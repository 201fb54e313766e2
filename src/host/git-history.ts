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
  if (after !== undefined && from === undefined) {
    return { ok: false, problem: `revision ${after} is not at hand` };
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
  const cutOff = isShallow(git) ? shallow(commits) : undefined;
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

/** Where a shallow checkout ends git shows a commit without parents that adds every file. */
function shallow(commits: readonly Commit[]): string | undefined {
  return commits.some(({ parents }) => parents.length === 0)
    ? 'the checkout is shallow, fetch all of it (fetch-depth: 0)'
    : undefined;
}
