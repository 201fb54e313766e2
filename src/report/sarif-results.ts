import type { Location, Result, Suppression } from 'sarif';
import type { Finding, Related } from '../model/finding.ts';
import type { Report, Suppressed } from '../model/report.ts';
import { explained } from './explained.ts';
import { lineHashes } from './line-hash.ts';
import type { ReportOptions } from './options.ts';
import type { Places } from './places.ts';
import { placesOf } from './places.ts';
import { redactedText, redactionsOf } from './redaction.ts';
import { sarifLocation } from './sarif-location.ts';
import { sarifLevel } from './sarif-rules.ts';
import { worstFirst } from './summary.ts';
import { shownMessage, visible } from './visible.ts';

/** Code scanning refuses a run with more results than this; of those it takes it keeps 5,000. */
export const maxResults = 25_000;

/** Code scanning keeps 100 related locations of a result. */
const maxRelated = 100;

type Item = { readonly finding: Finding; readonly suppressed?: Suppressed };

/** The results of a run in the order of the report, the mildest left out when there are too many. */
export function sarifResults(
  report: Report,
  options: ReportOptions,
): { results: Result[]; left: number } {
  const items: Item[] = report.findings.map((finding) => ({ finding }));
  if (options.suppressed) {
    items.push(...report.suppressed.map((one) => ({ finding: one.finding, suppressed: one })));
  }
  const kept = mostSevere(items);
  const place = placesOf(report);
  const hash = hashesOf(report, options, place, kept);
  const ruleIndex = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const results = kept.map((item) => result(item, report, place, hash, ruleIndex));
  return { results, left: items.length - kept.length };
}

function mostSevere(items: readonly Item[]): readonly Item[] {
  if (items.length <= maxResults) return items;
  const ranked = worstFirst.flatMap((severity) =>
    items.filter(({ finding }) => finding.severity === severity),
  );
  const kept = new Set(ranked.slice(0, maxResults));
  return items.filter((item) => kept.has(item));
}

function result(
  { finding, suppressed }: Item,
  report: Report,
  place: Places,
  hash: (finding: Finding) => string,
  ruleIndex: ReadonlyMap<string, number>,
): Result {
  const index = ruleIndex.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: sarifLevel[finding.severity],
    message: { text: linkless(explained(finding)) },
    locations: [
      {
        ...sarifLocation(report, place, finding.path, finding.span),
        logicalLocations: [{ fullyQualifiedName: visible(finding.subject) }],
      },
    ],
    relatedLocations: finding.related
      .slice(0, maxRelated)
      .map((related, id) => relatedLocation(related, id, report, place)),
    partialFingerprints: {
      primaryLocationLineHash: hash(finding),
      'nixSecureLint/v1': finding.fingerprint,
    },
    ...(suppressed === undefined ? {} : { suppressions: [suppression(suppressed)] }),
    properties: { reason: finding.reason },
  };
}

function relatedLocation(related: Related, id: number, report: Report, place: Places): Location {
  const location = sarifLocation(report, place, related.path, related.span);
  return { id, ...location, message: { text: linkless(shownMessage(related.message)) } };
}

/** Code scanning makes a link of `[text](target)` in a plain message: foreign text must not write one. */
function linkless(text: string): string {
  return text.replaceAll('](', ']\\u{28}');
}

function suppression({ by, reason, owner, until }: Suppressed): Suppression {
  const parts = [reason, owner && `owner: ${owner}`, until && `until ${until}`];
  const justification = parts.filter((part) => part !== undefined && part !== '').join('; ');
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(justification === '' ? {} : { justification: linkless(shownMessage(justification)) }),
  };
}

/**
 * GitHub's line hash for every finding. It is computed over the redacted text: with the rest of its line
 * known, a short secret could be solved for. What has no text is known by its fingerprint.
 */
function hashesOf(
  report: Report,
  options: ReportOptions,
  place: Places,
  items: readonly Item[],
): (finding: Finding) => string {
  const redactions = redactionsOf(options.redact);
  const lines = new Map<string, Set<number>>();
  for (const { finding } of items) {
    const wanted = lines.get(finding.path) ?? new Set();
    lines.set(finding.path, wanted.add(place(finding.path, finding.span).line));
  }
  const hashes = new Map<string, ReadonlyMap<number, string>>();
  for (const [path, wanted] of lines) {
    const text = report.texts.get(path);
    if (text === undefined) continue;
    hashes.set(path, lineHashes(redactedText(text, redactions(path, text)), wanted));
  }
  return (finding) =>
    hashes.get(finding.path)?.get(place(finding.path, finding.span).line) ??
    `${finding.fingerprint}:1`;
}
