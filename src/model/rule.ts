import type { DocumentOf, Kind } from './document.ts';
import type { Problem } from './finding.ts';
import type { Policy } from './policy.ts';
import type { Levels } from './severity.ts';

/** What a rule may know besides the document it judges. */
export type Context = {
  readonly now: Date;
  readonly policy: Policy;
  /** `audit` when run on a schedule, where age is a finding; a check of a change is not blamed for it. */
  readonly mode?: 'check' | 'audit';
  /** Whether the run lists a file, judged or not; by exact path. */
  readonly exists?: (path: string) => boolean;
  /** A document of the same run by exact path and kind, e.g. the flake.nix beside a flake.lock. */
  readonly document: <K extends Kind>(path: string, kind: K) => DocumentOf<K> | undefined;
};

/** One way a rule can fire. */
export type Reason = {
  /** One clause that completes "fires when …". */
  readonly summary: string;
  readonly levels: Levels;
  /** The fix, when it differs from the rule's. One imperative sentence. */
  readonly help?: string;
};

/** A rule: data plus one pure function over a document. */
export type RuleOf<K extends Kind> = {
  /** Kebab-case `<artefact>-<what is wrong>`; never renamed. */
  readonly id: string;
  /** One clause without a full stop. */
  readonly summary: string;
  /** The fix, one imperative sentence. */
  readonly help: string;
  /** Classification closest in meaning, e.g. `CWE-494`, `T1195.001`. */
  readonly references: readonly string[];
  readonly kinds: readonly K[];
  readonly reasons: Readonly<Record<string, Reason>>;
  /** Whether path segments such as `test` or `examples` lower its errors to notices. Default: they do. */
  readonly neverDemoted?: true;
  /** The only mode it has anything to say in. In others an entry that accepts it is not called unused. */
  readonly only?: 'audit';
  readonly check: (document: DocumentOf<K>, context: Context) => Iterable<Problem>;
};

/** Any rule. The engine hands `check` only documents of the rule's own kinds. */
export type Rule = Omit<RuleOf<Kind>, 'check'> & {
  readonly check: (document: never, context: Context) => Iterable<Problem>;
};

/** A problem with the rule that found it and the file it stands in. */
export type Judged = { readonly rule: Rule; readonly path: string; readonly problem: Problem };
