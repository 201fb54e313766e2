/**
 * A spelling that is equal for names a reader easily takes for each other: `0` and `o`; `1`, `l` and `i`; `rn` and
 * `m`; `vv` and `w`; hyphens and underscores dropped.
 */
export function skeleton(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[-_]/g, '')
    .replaceAll('0', 'o')
    .replaceAll(/[1i]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/**
 * Whether one insertion, deletion, substitution or swap of neighbours turns one name into the other
 * (Damerau-Levenshtein distance 1). Linear: only the part between the common ends is compared.
 */
export function isOneEditAway(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start++;
  let end = 0;
  const room = Math.min(left.length, right.length) - start;
  while (end < room && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
