/** How many items at the front satisfy a condition that none satisfies after the first that does not, by bisection. */
export function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last number that is at most `limit`; 0 when there is none. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  return Math.max(0, countWhile(sorted, (number) => number <= limit) - 1);
}
