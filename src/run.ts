import { createHash } from 'node:crypto';
import { discover } from './discover.ts';
import { gather } from './gather.ts';
import { judge, type Judged } from './judge.ts';
import type { Finding } from './model/finding.ts';
import type { Host } from './model/host.ts';
import { defaultPolicy } from './model/policy.ts';
import type { Report } from './model/report.ts';
import type { Options } from './options.ts';
import { allRules } from './rules/index.ts';
import { version } from './version.ts';

/** Lints what the host lists: discover, read and parse, judge, apply policy, report. */
export async function run(options: Options, host: Host): Promise<Report> {
  const listing = host.list();
  if (!listing.ok) throw new Error(listing.problem);
  const candidates = discover(listing.entries);
  const documents = await gather(candidates, host);
  const policy = { ...defaultPolicy, ...(options.profile && { profile: options.profile }) };
  const judged = judge(documents, allRules, {
    now: host.now,
    policy,
    ...(options.mode && { mode: options.mode }),
  });
  const findings = judged.flatMap((one) => interim(one, policy.profile));
  findings.sort(compareFindings);
  const texts = new Map(documents.map((document) => [document.path, document.text]));
  return {
    version,
    profile: policy.profile,
    failOn: options.failOn ?? policy.failOn,
    root: '',
    findings,
    suppressed: [],
    notChecked: [],
    changes: [],
    changeRequests: 0,
    counts: { files: documents.length, derivations: 0 },
    texts,
    rules: allRules,
    graphs: [],
    conclusion: { exitCode: findings.some((f) => f.severity === 'error') ? 1 : 0, why: '' },
    notes: [],
  };
}

function interim(judged: Judged, profile: Report['profile']): Finding[] {
  const { rule, problem, path } = judged;
  const reason = rule.reasons[problem.grade ?? problem.reason];
  const level = reason?.levels[profile] ?? 'error';
  if (level === 'off') return [];
  const demoted = /(^|\/)(tests?|checks|fixtures|examples|templates|docs)\//.test(path);
  return [
    {
      rule: rule.id,
      reason: problem.reason,
      severity: demoted && level === 'error' && !rule.neverDemoted ? 'notice' : level,
      path,
      span: problem.at,
      subject: problem.subject,
      message: problem.message,
      help: reason?.help ?? rule.help,
      fingerprint: createHash('sha256')
        .update(JSON.stringify([rule.id, path]))
        .digest('hex'),
      related: problem.related ?? [],
    },
  ];
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.span.start - b.span.start ||
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
