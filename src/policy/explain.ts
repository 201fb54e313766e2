import type { Acceptance, Policy } from '../model/policy.ts';
import type { Rule } from '../model/rule.ts';
import { profiles } from '../model/severity.ts';
import type { Span } from '../model/span.ts';
import { emptySpan, lineIndex } from '../model/span.ts';
import { describeIgnore } from './acceptance-faults.ts';
import { termOf } from './expiry.ts';
import { glob } from './glob.ts';
import type { Overrides } from './grade.ts';
import type { LockedInput } from './inventory.ts';
import { coverOf, decidingPattern, describeExpected } from './inventory.ts';

/** What an explanation may look at. */
export type Setting = {
  readonly policy: Policy;
  readonly overrides: Overrides;
  /** Texts of policy and inventory by path, to print lines. */
  readonly texts: ReadonlyMap<string, string>;
  readonly now: Date;
  /** Sets the last cell of a row after what stands before it, e.g. wrapped; default: in one line. */
  readonly row?: (before: string, text: string) => string;
};

/** An input with what the lists of hosts and owners look at. */
export type ExplainedInput = LockedInput & {
  readonly host?: string | undefined;
  /** Identity without the repository: `github:NixOS`. */
  readonly owner?: string | undefined;
  readonly rev?: string | undefined;
  /** Seconds since 1970, as the lock says. */
  readonly lastModified?: number;
};

/**
 * What a rule finds, its level here and in each profile, and the lines that decide; of one reason, when
 * given, which must be one of the rule's. Plain text.
 */
export function explainRule(rule: Rule, setting: Setting, reason?: string): string {
  const { policy, overrides } = setting;
  const names = Object.keys(rule.reasons);
  const width = Math.max(...names.map((name) => name.length), 'reason'.length);
  const asked = reason === undefined ? undefined : rule.reasons[reason];
  const reasons = Object.entries(rule.reasons).filter(([name]) => !asked || name === reason);
  const rows = reasons.map(([name, { levels, summary }]) => {
    const cells = profiles.map((profile) => levels[profile].padEnd(9)).join('');
    const before = `  ${name.padEnd(width)}  ${cells}`;
    return setting.row?.(before, summary) ?? before + summary;
  });
  return lines([
    `${rule.id}: ${rule.summary}`,
    `fix: ${asked?.help ?? rule.help}`,
    `more: ${[`docs/rules/${rule.id}.md`, ...rule.references].join(', ')}`,
    '',
    `  ${'reason'.padEnd(width)}  ${profiles.map((profile) => profile.padEnd(9)).join('')}fires when`,
    ...rows,
    '',
    `level: ${levelLine(rule, setting, policy, overrides)}`,
    rule.neverDemoted
      ? 'directories: none lowers it, and no comment suppresses it'
      : 'directories: an error below test, tests, checks, fixtures, examples, templates or docs becomes a notice',
    ...settingsLines(rule, setting),
    ...policy.ignore
      .filter((ignore) => ignore.rule === rule.id)
      .map((ignore) => `ignore: ${accepted(describeIgnore(ignore), ignore, setting)}`),
  ]);
}

/** Files that policy adds to those a rule about settings sees. */
function settingsLines({ kinds }: Rule, setting: Setting): readonly string[] {
  if (!kinds.includes('settings')) return [];
  const { path, places, settingsFiles } = setting.policy;
  return settingsFiles.map((pattern, index) => {
    const span = places.get(`files.settings.${index}`) ?? emptySpan;
    return `also reads: ${shown(pattern)}, from ${place(path, span, setting)}`;
  });
}

function levelLine(rule: Rule, setting: Setting, policy: Policy, overrides: Overrides): string {
  const override = overrides.get(rule.id);
  if (override !== undefined) return `${override}, from the command line`;
  const own = policy.levels.get(rule.id);
  if (own !== undefined) return `${own.level}, from ${place(policy.path, own.span, setting)}`;
  const chosen = policy.places.get('profile');
  const from = chosen === undefined ? '' : ` (${place(policy.path, chosen, setting)})`;
  return `by reason, from profile ${policy.profile}${from}`;
}

/**
 * Where an input comes from, through which inputs, and which line of the policy decides about it, in
 * every lock that has it; undefined when none does. Plain text; foreign text is made visible.
 */
export function explainInput(
  path: string,
  inputs: readonly ExplainedInput[],
  setting: Setting,
): string | undefined {
  const found = inputs.filter(({ input }) => input === path);
  if (found.length === 0) return undefined;
  return found.map((input) => explainOne(input, inputs, setting)).join('\n');
}

function explainOne(
  input: ExplainedInput,
  inputs: readonly ExplainedInput[],
  setting: Setting,
): string {
  const { policy } = setting;
  const ignores = policy.ignore.filter(
    ({ subject, file }) =>
      glob(subject ?? '**', 'path').matches(input.input) &&
      glob(file ?? '**', 'path').matches(input.lock),
  );
  return lines([
    `${shown(input.input)} in ${shown(input.lock)}`,
    `source: ${shown(input.source)}`,
    `locked: ${lockedLine(input)}`,
    'chain:',
    '  (root)',
    ...chain(input, inputs),
    `inventory: ${inventoryLine(input, setting)}`,
    `allowed: ${allowedLine(input, setting)}`,
    ...ignores.map((ignore) => `ignore: ${accepted(describeIgnore(ignore), ignore, setting)}`),
  ]);
}

/** Revision and date as the lock says; Nix writes 0 or 1 when the time is not known. */
function lockedLine({ rev, lastModified }: ExplainedInput): string {
  const date = lastModified === undefined ? undefined : new Date(lastModified * 1000);
  const isKnown = date !== undefined && (lastModified ?? 0) > 1 && !Number.isNaN(date.getTime());
  const day = isKnown ? `, ${date.toISOString().slice(0, 10)}` : '';
  return `${rev === undefined ? 'no revision' : shown(rev)}${day}`;
}

/** The inputs on the way from the root, each indented below the one that declares it. */
function chain(input: ExplainedInput, inputs: readonly ExplainedInput[]): string[] {
  const sources = new Map(
    inputs.filter(({ lock }) => lock === input.lock).map(({ input, source }) => [input, source]),
  );
  const names = input.input.split('/');
  return names.map((name, depth) => {
    const source = sources.get(names.slice(0, depth + 1).join('/')) ?? 'unknown';
    return `${'  '.repeat(depth + 2)}${shown(name)} = ${shown(source)}`;
  });
}

function inventoryLine(input: LockedInput, setting: Setting): string {
  const { inventory } = setting.policy;
  if (inventory === undefined) return 'none, so any input may occur';
  const entry = coverOf(inventory, setting.now)(input);
  if (entry === undefined) return `not listed in ${shown(inventory.path)}`;
  return accepted(describeExpected(entry), entry, setting);
}

function allowedLine(input: ExplainedInput, setting: Setting): string {
  const { allowedSources, allowedOwners, allowedHosts } = setting.policy;
  if (allowedSources.length + allowedOwners.length + allowedHosts.length === 0) {
    return 'the policy has no list; lock-untrusted-source judges by the forges it knows';
  }
  const decided =
    decidingPattern(allowedSources, input.source, 'source', setting.now) ??
    decidingPattern(allowedOwners, input.owner ?? '', 'source', setting.now) ??
    decidingPattern(allowedHosts, input.host ?? '', 'path', setting.now);
  return decided === undefined
    ? 'by no entry of allowed-sources, allowed-owners or allowed-hosts'
    : accepted(decided.match, decided, setting);
}

/** `what at file:line:column: reason (owner, until …)`. */
function accepted(what: string, acceptance: Acceptance, setting: Setting): string {
  const { path, span, reason, owner, until } = acceptance;
  const terms = [owner, until && `until ${until}`].filter((term) => term !== undefined);
  const expired = termOf(acceptance, setting.now) === 'expired' ? ' expired, without effect' : '';
  const why = reason === undefined ? '' : `: ${shown(reason)}`;
  const by = terms.length === 0 ? '' : ` (${shown(terms.join(', '))})`;
  return `${shown(what)} at ${place(path, span, setting)}${why}${by}${expired}`;
}

function place(path: string | undefined, span: Span, { texts }: Setting): string {
  const file = path ?? 'the policy';
  const text = texts.get(file);
  if (text === undefined) return shown(file);
  const { line, column } = lineIndex(text).position(span.start);
  return `${shown(file)}:${line}:${column}`;
}

function lines(list: readonly string[]): string {
  return `${list.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Names come from locks: what could forge a line or turn its direction is spelled out. */
function shown(text: string): string {
  return text.replaceAll(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`,
  );
}
