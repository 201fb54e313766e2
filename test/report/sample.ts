import type { Finding } from '../../src/model/finding.ts';
import type { Report, ReportedRule } from '../../src/model/report.ts';
import { levels } from '../../src/model/severity.ts';
import type { Span } from '../../src/model/span.ts';
import type { ReportOptions } from '../../src/report/options.ts';

/** Options of a plain terminal that has nothing to hide. */
export const plainOptions: ReportOptions = {
  color: false,
  width: 80,
  redact: () => [],
  suppressed: true,
};

const lock = `{
  "nodes": {
    "nixpkgs": {
      "locked": {
        "owner": "NixOS",
        "repo": "nixpkgs",
        "type": "github"
      }
    },
    "日本語": {
\t"locked": { "type": "path", "path": "/home/someone/src" }
    }
  }
}
`;

const conf = 'sandbox = false\r\nsubstituters = http://cache.example\r\n';

/** The span of the first occurrence of a part. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

export function findingOf(fields: Partial<Finding>): Finding {
  return {
    rule: 'lock-unpinned-input',
    reason: 'no-rev',
    severity: 'error',
    path: 'flake.lock',
    span: { start: 0, end: 0 },
    subject: 'nixpkgs',
    message: 'input nixpkgs has no rev',
    help: 'run `nix flake update nixpkgs`',
    fingerprint: '0123456789abcdef0123456789abcdef',
    related: [],
    ...fields,
  };
}

export function ruleOf(id: string): ReportedRule {
  return {
    id,
    summary: `what ${id} finds`,
    help: 'Fix it.',
    references: ['CWE-494', 'T1195.001'],
    reasons: {
      'no-rev': { summary: 'there is no rev', levels: levels('error') },
      other: { summary: 'there is something else', levels: levels('notice', 'warning') },
    },
  };
}

export function reportOf(fields: Partial<Report>): Report {
  return {
    version: '1.2.3',
    profile: 'default',
    failOn: 'error',
    root: '',
    findings: [],
    suppressed: [],
    notChecked: [],
    changes: [],
    changeRequests: 0,
    counts: { files: 1, derivations: 0 },
    texts: new Map(),
    rules: [],
    graphs: [],
    conclusion: { exitCode: 0, why: 'nothing at or above error' },
    notes: [],
    ...fields,
  };
}

/** What a healthy repository gives. */
export const cleanReport = reportOf({ counts: { files: 3, derivations: 0 } });

/** One of everything, written by hand. */
export const sampleReport: Report = reportOf({
  root: 'systems/web',
  findings: [
    findingOf({
      span: spanOf(lock, '"locked"'),
      related: [{ path: 'nix.conf', span: spanOf(conf, 'http'), message: 'declared here' }],
    }),
    findingOf({
      rule: 'lock-local-path',
      reason: 'home',
      severity: 'warning',
      span: spanOf(lock, '"/home/someone/src"'),
      subject: '日本語',
      message: 'input 日本語 is locked to /home/someone/src | a path of one machine',
      help: 'use a URL that others can fetch; a relative `path:` input is fine when the directory lies in this repository, and `follows` mends an inherited one',
      fingerprint: 'feedfeedfeedfeedfeedfeedfeedfeed',
    }),
    findingOf({
      rule: 'conf-sandbox-disabled',
      reason: 'off',
      severity: 'notice',
      path: 'nix.conf',
      span: { start: 0, end: conf.indexOf('http') },
      subject: 'sandbox',
      message: 'sandbox is off',
      help: '',
      fingerprint: '11111111111111111111111111111111',
    }),
    findingOf({
      rule: 'drv-plaintext-secret',
      reason: 'token',
      path: '/nix/store/00000000000000000000000000000000-web.drv',
      subject: 'web.drv#env.TOKEN',
      message: 'env.TOKEN holds a github-pat, 40 chars',
      help: 'read it at run time',
      fingerprint: '22222222222222222222222222222222',
      derivation: 'web.drv',
      provenance: ['nixosConfigurations.web', 'web.drv', 'env.TOKEN'],
      outputs: 1,
    }),
  ],
  suppressed: [
    {
      finding: findingOf({ reason: 'other', severity: 'notice', message: 'accepted before' }),
      by: 'policy',
      reason: 'vendor ships it so',
      owner: 'platform team',
      until: '2027-01-31',
    },
  ],
  notChecked: [
    {
      rule: 'lock-online-content-mismatch',
      subject: 'nixpkgs',
      path: 'flake.lock',
      why: 'rate limited',
    },
  ],
  changes: [
    {
      class: 'diff-updated',
      path: 'flake.lock',
      subject: 'nixpkgs',
      from: { source: 'github:NixOS/nixpkgs', rev: 'a'.repeat(40), lastModified: 1_700_000_000 },
      to: { source: 'github:NixOS/nixpkgs', rev: 'b'.repeat(40), narHash: 'sha256-x' },
      verdict: 'review',
      message: 'the new revision is 2 days old',
      compareUrl: 'https://github.com/NixOS/nixpkgs/compare/a...b',
    },
    { class: 'diff-input-removed', path: 'flake.lock', subject: 'old', verdict: 'note' },
  ],
  changeRequests: 1,
  counts: { files: 3, derivations: 1 },
  texts: new Map([
    ['flake.lock', lock],
    ['nix.conf', conf],
  ]),
  rules: [
    ruleOf('lock-unpinned-input'),
    ruleOf('lock-local-path'),
    ruleOf('conf-sandbox-disabled'),
    ruleOf('drv-plaintext-secret'),
    ruleOf('lock-online-content-mismatch'),
  ],
  graphs: [
    {
      path: 'flake.lock',
      nodes: [
        { path: '', label: '' },
        { path: 'nixpkgs', label: 'github:NixOS/nixpkgs', flagged: 'error' },
        { path: '日本語', label: 'path:/home/someone/src', flagged: 'warning' },
      ],
      edges: [
        { from: '', to: 'nixpkgs', follows: false },
        { from: '', to: '日本語', follows: false },
        { from: '日本語', to: 'nixpkgs', follows: true },
      ],
    },
  ],
  conclusion: { exitCode: 3, why: '2 errors, 1 not checked' },
  notes: ['1 file is no regular file and was left out'],
});
