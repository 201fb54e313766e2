import type { Finding } from './finding.ts';
import type { ChangeOrigin } from './lock-change.ts';
import type { Rule } from './rule.ts';
import type { Profile, Severity } from './severity.ts';
import type { Place, Span } from './span.ts';

/** A finding somebody accepted. */
export type Suppressed = {
  readonly finding: Finding;
  readonly by: 'policy' | 'baseline' | 'comment';
  /** Why it is accepted, in the words of who accepted it. */
  readonly reason?: string;
  readonly owner?: string;
  /** ISO date `YYYY-MM-DD`, the last day on which it is accepted. */
  readonly until?: string;
};

/** Something that had to be judged and was not. It is a verdict of its own, never a pass. */
export type NotChecked = {
  readonly rule: string;
  readonly subject: string;
  readonly path: string;
  readonly why: string;
};

/** One side of a change: what an input was, or is, locked to. */
export type LockedSource = {
  /** Source identity, e.g. `github:NixOS/nixpkgs`. */
  readonly source: string;
  readonly ref?: string;
  readonly rev?: string;
  readonly narHash?: string;
  /** Seconds since 1970. */
  readonly lastModified?: number;
};

/** A change of one input between two locks. */
export type Change = {
  /** Id of the `diff-*` rule. */
  readonly class: string;
  readonly path: string;
  /** Input path. */
  readonly subject: string;
  /** Absent when the input is new. */
  readonly from?: LockedSource;
  /** Absent when the input is gone. */
  readonly to?: LockedSource;
  readonly verdict: 'fail' | 'review' | 'note';
  /** Why it needs eyes; foreign text goes in as it is. */
  readonly message?: string;
  readonly compareUrl?: string;
  /** What an approval of exactly this change names: 64 hex digits. */
  readonly digest?: string;
  /** The commit that made it, when history was replayed. */
  readonly origin?: ChangeOrigin;
};

/** The input graph of one lock, for a picture. */
export type Graph = {
  /** The lock. */
  readonly path: string;
  /** Nearest to the root first. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};
export type GraphNode = {
  /** Input path; `''` is the root. */
  readonly path: string;
  /** What it is locked to, e.g. `github:NixOS/nixpkgs/nixos-25.05`; untrusted. */
  readonly label: string;
  /** The worst finding about it. */
  readonly flagged?: Severity;
};
export type GraphEdge = {
  /** Input paths. */
  readonly from: string;
  readonly to: string;
  readonly follows: boolean;
};

/** A rule as reports explain it. */
export type ReportedRule = Pick<Rule, 'id' | 'summary' | 'help' | 'references' | 'reasons'> & {
  /** Its page, Markdown, when the caller has it at hand. */
  readonly page?: string;
};

/**
 * How the run ends: 0 clean, 1 a finding at or above `failOn`, 3 incomplete.
 * Usage errors (2) end before there is a report.
 */
export type Conclusion = {
  readonly exitCode: 0 | 1 | 3;
  /** One clause, e.g. `2 errors`. */
  readonly why: string;
};

/** Everything one run found out. Reporters turn it into text and know nothing else. */
export type Report = {
  readonly version: string;
  readonly profile: Profile;
  readonly failOn: Severity | 'never';
  /** The linted directory from the top of the repository, with `/`; `''` when it is the top. */
  readonly root: string;
  /** Sorted by path, position, rule and subject by code unit. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly notChecked: readonly NotChecked[];
  readonly changes: readonly Change[];
  /** How many changes ask for a person's review. */
  readonly changeRequests: number;
  readonly counts: { readonly files: number; readonly derivations: number };
  /** Texts of the files findings and related places point into, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where spans are when the texts are not at hand: in a report that was read back from JSON. */
  readonly places?: (path: string, span: Span) => Place;
  /** At least every rule that findings and suppressed findings name. */
  readonly rules: readonly ReportedRule[];
  readonly graphs: readonly Graph[];
  readonly conclusion: Conclusion;
  /** Remarks on the run itself, e.g. `no flake.lock found`; one sentence each. */
  readonly notes: readonly string[];
};
