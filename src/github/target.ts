/** What of the repository a run speaks about. */
export type Target = {
  readonly owner: string;
  readonly repo: string;
  /** The commit people look at: the head of a pull request, else the commit of the run. */
  readonly head: string;
  /** GITHUB_SHA and GITHUB_REF: of a pull request, its merge commit and `refs/pull/<n>/merge`. */
  readonly sha: string;
  readonly ref: string;
  readonly pullNumber?: number;
};
