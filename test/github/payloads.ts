/**
 * Webhook payloads in the shape of GitHub's published examples, reduced to what tells events apart and a
 * few members that a reader must pass over.
 */

const sender = { login: 'contributor', id: 1, type: 'User', site_admin: false };
const repository = {
  id: 186_853_002,
  name: 'repository',
  full_name: 'owner/repository',
  private: false,
  owner: { login: 'owner', type: 'User' },
  default_branch: 'main',
};
const fork = { ...repository, full_name: 'contributor/repository', fork: true };

export function pullRequest(base: string, head: string, number = 2): object {
  return {
    action: 'synchronize',
    number,
    before: base,
    after: head,
    pull_request: {
      id: 279_147_437,
      number,
      state: 'open',
      title: 'Update inputs',
      user: sender,
      draft: false,
      head: { label: 'contributor:changes', ref: 'changes', sha: head, repo: fork },
      base: { label: 'owner:main', ref: 'main', sha: base, repo: repository },
      author_association: 'NONE',
    },
    repository,
    sender,
  };
}

export function mergeGroup(base: string, head: string): object {
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: head,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-2-${base}`,
      base_ref: 'refs/heads/main',
      base_sha: base,
      head_commit: { id: head, tree_id: head, message: 'Merge pull request #2' },
    },
    repository,
    sender,
  };
}

export function push(before: string, after: string): object {
  return {
    ref: 'refs/heads/main',
    before,
    after,
    created: false,
    deleted: false,
    repository,
    sender,
  };
}

/** GitHub publishes no example; the runner sees this. */
export const schedule: object = { schedule: '17 4 * * 1', repository };

export function workflowRun(head: string): object {
  return {
    action: 'completed',
    workflow_run: {
      id: 289_782_451,
      name: 'lint',
      event: 'pull_request',
      conclusion: 'failure',
      head_branch: 'changes',
      head_sha: head,
      // Empty for a fork, which is why the number has to come from elsewhere.
      pull_requests: [],
      head_repository: fork,
    },
    repository,
    sender,
  };
}

export const workflowDispatch: object = {
  inputs: null,
  ref: 'refs/heads/main',
  workflow: '.github/workflows/audit.yml',
  repository,
  sender,
};
