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
    message: `${what}${holder(hit)}${size(hit)}`,
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

function holder(hit: Hit): string {
  return hit.name === undefined ? '' : ` in ${hit.name}`;
}

/** Of an encoded secret only the length of the encoded text is known here, and it says as much. */
function size(hit: Hit): string {
  const length = hit.span.end - hit.span.start;
  const prefix = hit.prefix === undefined || hit.via.length > 0 ? '' : `${hit.prefix}…, `;
  return hit.via.length === 0
    ? ` (${prefix}${length} characters)`
    : ` (inside ${hit.via.join(' of ')}, ${length} characters)`;
}
