import type { Finding } from './model/finding.ts';
import { redact } from './secrets/redact.ts';
import { scanAll } from './secrets/scan.ts';

/** A text of ours that quotes the repository, with every secret in it hidden. */
export function withoutSecrets(text: string): string {
  const hits = scanAll(text);
  return hits.length === 0 ? text : redact(text, hits);
}

/** Messages and subjects name what stands in the repository, so they may quote a credential. */
export function redactFinding(finding: Finding): Finding {
  return {
    ...finding,
    subject: withoutSecrets(finding.subject),
    message: withoutSecrets(finding.message),
    help: withoutSecrets(finding.help),
    related: finding.related.map((one) => ({ ...one, message: withoutSecrets(one.message) })),
  };
}
