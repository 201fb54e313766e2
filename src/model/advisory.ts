/** An advisory about revisions of an input, as shipped in data/advisories.json. */
export type Advisory = {
  readonly id: string;
  readonly published: string;
  /** Glob over source identities; a listed hash is bad wherever it is found. */
  readonly source: string;
  readonly badRevs: readonly string[];
  readonly badNarHashes: readonly string[];
  /** First good revision, or the date (`YYYY-MM-DD`, UTC) since which revisions are good. */
  readonly fixedAfter: string;
  readonly references: readonly string[];
};
