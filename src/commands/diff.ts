import { reviewChanges } from '../changes.ts';
import { conclude } from '../conclude.ts';
import { declarationsOf } from '../diff/declarations.ts';
import { undoneFix } from '../compare/advisories.ts';
import { diffLocks } from '../diff/locks.ts';
import { judge } from '../judge.ts';
import type { Document } from '../model/document.ts';
import { defaultPolicy } from '../model/policy.ts';
import type { Change, Report } from '../model/report.ts';
import { emptySpan } from '../model/span.ts';
import type { Options } from '../options.ts';
import { parseFlakeLock } from '../parse/flake-lock.ts';
import { applyPolicy } from '../policy/apply.ts';
import { visible } from '../report/visible.ts';
import { allRules } from '../rules/index.ts';
import { version } from '../version.ts';

/** A lock given by name, with the flake.nix beside it. */
export type NamedLock = { readonly path: string; readonly text: string; readonly flake?: string };

/** The report of a comparison of two files: what changed, judged by the built-in policy and the flags. */
export function diffReport(from: NamedLock, to: NamedLock, options: Options, now: Date): Report {
  const policy = {
    ...defaultPolicy,
    ...(options.profile && { profile: options.profile }),
    ...(options.failOn && { failOn: options.failOn }),
  };
  const documents = compareFiles(from, to, now);
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const applied = applyPolicy(judge(documents, allRules, { now, policy }), {
    policy,
    overrides: options.rules,
    comments: [],
    seen: [],
    texts,
    rules: allRules,
    now,
  });
  const changed = documents.filter((document) => document.kind === 'lock-change');
  const setting = { policy, overrides: options.rules, rules: allRules, now };
  const { changes, findings, suppressed } = reviewChanges(changed, applied, setting);
  return {
    version,
    profile: policy.profile,
    failOn: policy.failOn,
    root: '',
    findings,
    suppressed,
    notChecked: [],
    changes,
    changeRequests: changes.filter(({ verdict }) => verdict === 'review').length,
    counts: { files: 2, derivations: 0 },
    texts,
    rules: allRules,
    graphs: [],
    conclusion: conclude(findings, [], policy.failOn),
    notes: changes.length === 0 && findings.length === 0 ? ['No input changed.'] : [],
  };
}

/** The comparison, or the files that cannot be read as locks. */
function compareFiles(from: NamedLock, to: NamedLock, now: Date): Document[] {
  const [before, after] = [parsed(from), parsed(to)];
  if (before.kind !== 'flake-lock' || after.kind !== 'flake-lock') {
    return [
      ...(before.kind === 'flake-lock' ? [] : [{ ...from, ...before }]),
      ...(after.kind === 'flake-lock' ? [] : [{ ...to, ...after }]),
    ];
  }
  const declarations = declarationsOf(from.flake, to.flake);
  const found = diffLocks(before.model, after.model, { now, declarations, undoneFix });
  const isLayout = from.text !== to.text && found.changes.length === 0 && !found.truncated;
  const model = { ...found, reformatted: isLayout };
  const document: Document = { kind: 'lock-change', path: to.path, text: to.text, model };
  if (!found.truncated) return [document];
  const problem = 'more input paths than are compared: what changed beyond them is not known';
  const help = 'Let inputs share sources with `follows`.';
  const limit = { cause: 'limit', problem, at: emptySpan, help } as const;
  return [document, { kind: 'unreadable', path: to.path, text: to.text, model: limit }];
}

function parsed({ path, text }: NamedLock) {
  return parseFlakeLock(text, path.endsWith('devenv.lock') ? 'devenv' : 'flake');
}

/** Policy entries that accept every change of a report that is refused or asks for a review. */
export function approvals({ changes }: Pick<Report, 'changes'>): string {
  const open = changes.filter(({ verdict, digest }) => verdict !== 'note' && digest !== undefined);
  if (open.length === 0) return '# No change asks for an approval.\n';
  const entries = open.map(
    (change) => `  # ${described(change)}\n  - match: ${change.digest ?? ''}\n    reason: ''\n`,
  );
  return `# Say why, then merge these into the policy before the change itself.\napproved-changes:\n${entries.join('')}`;
}

/** One line of a YAML comment: nothing foreign may leave it. */
function described({ class: kind, path, subject, message = '' }: Change): string {
  return visible(`${kind} ${path} ${subject}: ${message}`).slice(0, 300);
}
