import type { Problem } from '../model/finding.ts';
import type { Hit, ScannedPart } from '../model/secret.ts';

/** Hits of one rule in a document, with the part they stand in. */
export function* hitsOf(
  parts: readonly ScannedPart[],
  rule: Hit['rule'],
): Generator<{ hit: Hit; part: ScannedPart }> {
  for (const part of parts) {
    for (const hit of part.hits) {
      if (hit.rule === rule) yield { hit, part };
    }
  }
}

/** A problem about a hit: `what` is the start of the message and must not come from the value. */
export function problemOf(hit: Hit, part: ScannedPart, what: string): Problem {
  return {
    reason: hit.reason,
    subject: part.subject === '' ? (hit.name ?? hit.family) : part.subject,
    at: hit.span,
    message: `${what}${hit.name === undefined ? '' : ` in ${hit.name}`} (${facts(hit)})`,
    evidence: hitEvidence(hit),
  };
}

/**
 * What stays the same about a hit when lines move, for fingerprints: family, holder and encoding.
 * Not made from the value, so nothing about that can be learned from a fingerprint.
 */
export function hitEvidence(hit: Hit): string {
  return [hit.family, hit.name ?? '', ...hit.via].join(' ');
}

/** What may be said of a value: its public prefix, its length, its encoding, its proof. */
function facts(hit: Hit): string {
  const length = `${hit.span.end - hit.span.start} characters`;
  if (hit.via.length > 0) return `${length}, inside ${hit.via.join(' of ')}`;
  const prefix = hit.prefix === undefined ? '' : `${hit.prefix}…, `;
  return `${prefix}${length}${hit.verified && hit.rule === 'secret-known-token' ? ', proved by its structure' : ''}`;
}
