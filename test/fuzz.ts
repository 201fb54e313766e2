/** Number of cases of a property: `slice` in an ordinary run, FUZZ_RUNS in a campaign. */
export function fuzzRuns(slice: number): number {
  const campaign = Number(process.env['FUZZ_RUNS'] ?? '');
  return Number.isSafeInteger(campaign) && campaign > 0 ? campaign : slice;
}
