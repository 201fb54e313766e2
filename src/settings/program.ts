/** Folders in which every user can create files. */
const sharedFolders = ['/tmp', '/var/tmp', '/dev/shm', '/private/tmp', '/run/user'];

/** Spellings of the folder a repository is checked out into. */
const checkoutRoots = [
  '$GITHUB_WORKSPACE',
  '${GITHUB_WORKSPACE}',
  '$PWD',
  '${PWD}',
  '/github/workspace',
  '/workspace',
  '/workspaces',
  '/home/runner/work',
];

/** Whether others than root can replace a program: in the checkout, or in a folder everybody can write to. */
export function isReplaceable(path: string): boolean {
  const shared = sharedFolders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  return shared || isInCheckout(path);
}

/** Whether a path leads into the repository: relative, or below what a runner checks out. */
export function isInCheckout(path: string): boolean {
  if (path.startsWith('./') || path.startsWith('../')) return true;
  if (/^\$\{\{ *github\.workspace *\}\}/.test(path)) return true;
  return checkoutRoots.some((root) => path === root || path.startsWith(`${root}/`));
}
