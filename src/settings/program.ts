/** Folders in which every user can create files. */
const sharedFolders = ['/tmp', '/var/tmp', '/dev/shm', '/private/tmp'];

/** Whether a file lies where every user can create files. */
export function isInSharedFolder(path: string): boolean {
  return sharedFolders.some((folder) => path.startsWith(`${folder}/`));
}

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
  // Folders below /run/user belong to users, none of whom is root.
  return isInSharedFolder(path) || path.startsWith('/run/user/') || isInCheckout(path);
}

/** Whether a path leads into the repository: relative, or below what a runner checks out. */
export function isInCheckout(path: string): boolean {
  if (path.startsWith('./') || path.startsWith('../')) return true;
  if (/^\$\{\{ *github\.workspace *\}\}/.test(path)) return true;
  return checkoutRoots.some((root) => path === root || path.startsWith(`${root}/`));
}
