/** The words of a text set apart by white space: keeps long tables of words readable. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
