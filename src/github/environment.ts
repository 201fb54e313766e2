import type { GitHubEvent } from '../github-event.ts';
import type { Target } from './target.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The runner sets it on github.com too; without it there is no server to talk to. */
export function apiOf(environment: Environment): string | undefined {
  return environment['GITHUB_API_URL'] || undefined;
}

/** What the run speaks about, from the runner's variables and the event; undefined outside of a runner. */
export function targetOf(environment: Environment, event: GitHubEvent): Target | undefined {
  const name = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(
    environment['GITHUB_REPOSITORY'] ?? '',
  );
  const [, owner, repo] = name ?? [];
  const sha = environment['GITHUB_SHA'];
  if (owner === undefined || repo === undefined || sha === undefined) return undefined;
  const { head = sha, pullNumber } = event;
  const ref = environment['GITHUB_REF'] ?? '';
  return { owner, repo, head, sha, ref, ...(pullNumber !== undefined && { pullNumber }) };
}

/** URL prefix of the action's own files at the revision in use; undefined for an action in the checkout. */
export function docsOf(environment: Environment): string | undefined {
  const server = environment['GITHUB_SERVER_URL'] ?? '';
  const repository = environment['GITHUB_ACTION_REPOSITORY'] ?? '';
  const ref = environment['GITHUB_ACTION_REF'] ?? '';
  if (!/^https:\/\/[a-z0-9.-]+$/.test(server)) return undefined;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w.-]+$/.test(ref)) return undefined;
  return `${server}/${repository}/blob/${ref}/`;
}
