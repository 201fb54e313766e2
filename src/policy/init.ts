import type { Finding } from '../model/finding.ts';
import { type Profile, type Severity, atLeast } from '../model/severity.ts';
import { baselineOf, defaultBaselinePath, writeBaseline } from './baseline.ts';
import { byCodeUnit } from './glob.ts';
import type { LockedInput } from './inventory.ts';
import { maxEntries, maxPatternLength, maxSettingsLength } from './limits.ts';
import { withoutRevision } from './versioned.ts';

/** A file to be written; the caller refuses to overwrite one that exists. */
export type NewFile = { readonly path: string; readonly text: string };

/** What `init` starts from: a run without any policy. */
export type Today = {
  readonly findings: readonly Finding[];
  /** Inputs of every lock. */
  readonly inputs: readonly LockedInput[];
  readonly profile: Profile;
  readonly failOn: Severity | 'never';
};

const policyPath = '.github/nix-secure-lint.yml';
const inventoryPath = '.github/nix-secure-lint.inputs.yml';

/** Leaves room for the comments around the entries. */
const maxEntriesLength = maxSettingsLength - 10_000;

/**
 * The policy, inventory and baseline under which a run over the same files ends with 0: every input
 * of today is listed, every finding that fails the run is counted. Equal input gives equal text.
 */
export function initFiles(today: Today): NewFile[] {
  const inventory = today.inputs.length > 0;
  const failing = today.findings.filter(({ severity }) => fails(severity, today.failOn));
  const accepted = baselineOf(failing);
  const files = [{ path: policyPath, text: policyText(today, inventory, accepted.length > 0) }];
  if (inventory) files.push({ path: inventoryPath, text: inventoryText(today.inputs) });
  if (accepted.length > 0) {
    files.push({ path: defaultBaselinePath, text: writeBaseline(accepted) });
  }
  return files;
}

function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && atLeast(severity, failOn);
}

function policyText(today: Today, inventory: boolean, baseline: boolean): string {
  const inputs = inventory
    ? `
# The inputs that may stand in a lock. Anything else is an error until it is listed here.
inputs:
  inventory: ${inventoryPath}
`
    : '';
  const counted = baseline
    ? `
# The findings that failed the run when this file was written: accepted and counted, so that new
# ones fail. Mend them one by one; the baseline never grows by itself.
baseline: ${defaultBaselinePath}
`
    : '';
  return `# Policy of nix-secure-lint.
# Every key: nix-secure-lint schema policy. Every rule: nix-secure-lint rules.
# On pull requests the base revision's policy counts: what is changed here has effect once merged.
version: 1

# default: what must stop a merge or deserves eyes once. strict and pedantic report more.
profile: ${today.profile}

# The mildest severity that fails the run: error, warning, notice or never.
fail-on: ${today.failOn}
${inputs}${counted}${examples}`;
}

/** Every line starts with "# " exactly once, so that removing that makes the example work. */
const examples = `
# Levels of rules, whatever the profile: off, notice, warning or error.
# rules:
#   lock-nixpkgs-eol: error

# Findings that are accepted, by rule and, as needed, path, subject and reason-code.
# ignore:
#   - rule: lock-local-path
#     path: "examples/**"
#     subject: "helper"
#     reason: "the example is built from this checkout"
#     owner: "@acme/platform"
#     until: 2027-06-30

# Files that are not linted.
# files:
#   exclude:
#     - "vendor/**"
#   settings: # read as nix.conf, whatever their name
#     - "etc/nix/*.conf"

# Binary caches that may be used. Once there is a list, any other cache is an error.
# trusted-caches:
#   - url: https://cache.nixos.org
#     keys:
#       - "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY="
`;

function inventoryText(inputs: readonly LockedInput[]): string {
  const listed = new Map<string, readonly [input: string, source: string]>();
  const unlisted = new Set<string>();
  for (const { input, source } of inputs) {
    const isWhole = isListable(input) && isListable(source);
    const entry = [input, isWhole ? withoutRevision(source) : source] as const;
    if (isWhole) listed.set(JSON.stringify(entry), entry);
    else unlisted.add(JSON.stringify(entry));
  }
  const entries = [...listed.values()].toSorted(
    (a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]),
  );
  const lines = fitting(
    entries.map(
      ([input, source]) => `  - { input: ${quoted(input)}, source: ${quoted(source)} }\n`,
    ),
  );
  const left = unlisted.size + entries.length - lines.length;
  return `# Inputs that may stand in the locks of this repository: path from the root, and source.
# In both, "*" is anything within one segment and "**" anything; the most specific entry decides.
# A tarball whose address names a revision is listed up to there, so that an update passes.
# An entry may also carry lock (a glob of its path), reason, owner and until (YYYY-MM-DD).
${left === 0 ? '' : `# ${left} inputs are left out: too many, or names that no pattern can hold.\n`}version: 1
inputs:${lines.length === 0 ? ' []\n' : `\n${lines.join('')}`}`;
}

/** As many lines as the reader takes. */
function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line, index) => {
    length += line.length;
    return index >= maxEntries || length > maxEntriesLength;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** Whether a text from a lock means only itself as a pattern, and is one the schema takes. */
function isListable(text: string): boolean {
  return /^[^\u0000-\u001f\u007f*]+$/u.test(text) && text.length <= maxPatternLength;
}

/** A double-quoted YAML string in printable ASCII: the text comes from a lock. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
