/** What the event says about the change under review. */
export type GitHubEvent = {
  /** Commit whose policy judges, when there is a change under review. */
  readonly base?: string;
  /** Whether the event runs with the base repository's token and secrets. */
  readonly privileged: boolean;
  /** Commit and repository of the change under review. */
  readonly head?: string;
  /** Number of the pull request under review. */
  readonly pullNumber?: number;
};

/** Events whose runs on changes from forks have neither secrets nor a token that writes, or that only the base's own people cause. */
const ORDINARY = new Set([
  'merge_group',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'push',
  'release',
  'schedule',
  'workflow_dispatch',
]);

/**
 * Reads the webhook payload of a run (GITHUB_EVENT_NAME, GITHUB_EVENT_PATH). Every field is checked, a
 * payload of another shape says nothing: it may come from a fork of GitHub.
 */
export function readEvent(name: string, payload: unknown): GitHubEvent {
  const privileged = !ORDINARY.has(name);
  const from = (base: readonly string[], head: readonly string[]): GitHubEvent => {
    const baseCommit = commitAt(payload, base);
    const headCommit = commitAt(payload, head);
    const pullNumber = numberAt(payload, ['pull_request', 'number']);
    return {
      privileged,
      ...(pullNumber !== undefined && { pullNumber }),
      ...(baseCommit !== undefined && { base: baseCommit }),
      ...(headCommit !== undefined && { head: headCommit }),
    };
  };
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_target':
      return from(['pull_request', 'base', 'sha'], ['pull_request', 'head', 'sha']);
    case 'merge_group':
      return from(['merge_group', 'base_sha'], ['merge_group', 'head_sha']);
    case 'workflow_run':
      return from([], ['workflow_run', 'head_sha']);
    default:
      return { privileged };
  }
}

/** A full commit id somewhere in the payload; anything else could be an option or a path for git. */
function commitAt(payload: unknown, path: readonly string[]): string | undefined {
  const value = path.length === 0 ? undefined : valueAt(payload, path);
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) ? value : undefined;
}

function numberAt(payload: unknown, path: readonly string[]): number | undefined {
  const value = valueAt(payload, path);
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function valueAt(payload: unknown, path: readonly string[]): unknown {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}
