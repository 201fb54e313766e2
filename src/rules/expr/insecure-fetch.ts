import type { DocumentOf } from '../../model/document.ts';
import type { Fix } from '../../model/finding.ts';
import type { TlsSwitch } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const insecureFetch: RuleOf<'nix'> = {
  id: 'expr-insecure-fetch',
  summary: 'a download skips encryption or the check of certificates',
  help: 'Use https, and remove the switch that skips the check.',
  references: ['CWE-295'],
  kinds: ['nix'],
  reasons: {
    'plain-url': {
      summary: 'a URL with a hash is fetched without encryption',
      levels: levels('off', 'notice'),
      help: 'Use https: the hash protects the content, and https hides what is built.',
    },
    'tls-off': {
      summary: 'curl or git is told not to check certificates',
      levels: levels('off', 'notice'),
    },
  },
  *check(document) {
    const { model } = document;
    for (const { at, fn, plainHost } of model.fetches) {
      if (plainHost === undefined) continue;
      const message = `${fn} asks ${plainHost} without encryption`;
      yield { reason: 'plain-url', subject: fn, at, message, evidence: plainHost };
    }
    for (const tls of model.tls) {
      const message = `${tls.name} switches the check of certificates off`;
      yield {
        reason: 'tls-off',
        subject: tls.name,
        at: tls.at,
        message,
        ...removal(tls, document),
      };
    }
  },
};

/** A word of a list goes with the blanks before it. */
function removal({ word }: TlsSwitch, { path, text }: DocumentOf<'nix'>): { readonly fix?: Fix } {
  if (word === undefined) return {};
  let { start } = word;
  while (/\s/.test(text.charAt(start - 1))) start--;
  const edits = [{ path, span: { start, end: word.end }, text: '' }];
  return { fix: { title: 'check certificates', safety: 'unsafe', edits } };
}
