/** A patch longer than this is not read: nobody reviews one, and GitHub leaves most of them out itself. */
const maxPatch = 1_048_576;

const hunkHead = /^@@ -\d{1,9}(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@/;

/**
 * The lines a pull request adds to a file, by their number in its new version, from the `patch` of
 * GitHub's list of files: hunks of a unified diff without the two file names.
 */
export function addedLines(patch: string): ReadonlyMap<number, string> {
  const added = new Map<number, string>();
  if (patch.length > maxPatch) return added;
  let line = 0;
  for (const text of patch.split('\n')) {
    const start = hunkHead.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith('+')) added.set(line++, text.slice(1));
    else if (text.startsWith(' ')) line++;
  }
  return added;
}

/**
 * Where a pull request adds a line, when that is certain. The checkout is a merge with the base, so line
 * numbers may have moved: then only a text that is added exactly once counts.
 */
export function addedAt(
  added: ReadonlyMap<number, string>,
  line: number,
  text: string,
): number | undefined {
  if (added.get(line) === text) return line;
  const others = [...added].filter(([, candidate]) => candidate === text);
  return others.length === 1 ? others[0]?.[0] : undefined;
}
