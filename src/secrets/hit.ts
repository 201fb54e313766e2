import type { Hit } from '../model/secret.ts';

/** What a detector found, in the text it was given. */
export type Found = Omit<Hit, 'span' | 'via'> & { readonly start: number; readonly end: number };

/** What the scanner may know of a text besides its characters. */
export type ScanContext = {
  /** What the whole text is the value of: an environment variable, an option path, a key. */
  readonly name?: string;
  /** `code` when only quoted values are literals, as in Nix or Python. Default: `data`. */
  readonly syntax?: 'code' | 'data';
  /** Seconds since 1970, to tell expired tokens. Without it none counts as expired. */
  readonly now?: number;
  /** Also look for nameless random values. Off by default: hashes look the same. */
  readonly entropy?: boolean;
};

/** Looks for one kind of secret around an anchor, a fixed text found at `at` that ends at `end`. */
export type Detector = {
  /** Lower-case texts of at least two characters; found without regard to case. */
  readonly anchors: readonly string[];
  readonly find: (text: string, at: number, end: number, context: ScanContext) => readonly Found[];
};

export const nothing: readonly Found[] = [];
