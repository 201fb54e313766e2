import { stringAttr } from '../../model/flake-lock.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { declaredSources } from '../../parse/declared-input.ts';
import { placeOf } from '../../parse/source-place.ts';
import { decidingPattern } from '../../policy/inventory.ts';

export const localInput: RuleOf<'flake-nix'> = {
  id: 'flake-local-input',
  summary: 'an input is declared as a path of one machine',
  help: 'Publish the source, or keep the declared one and use `--override-input` on the command line.',
  references: ['CWE-706'],
  kinds: ['flake-nix'],
  reasons: {
    absolute: {
      summary: 'the path is absolute, or the URL is an absolute `file:`',
      levels: levels('error'),
    },
    'relative-file': {
      summary: 'a relative `git+file:` input, unless policy lists it under `allow-local-inputs`',
      levels: levels('notice'),
      help: 'Use a relative `path:` input, or list it under `allow-local-inputs`.',
    },
  },
  *check({ model }, { now, policy }) {
    for (const { input, set, at } of declaredSources(model)) {
      const place = placeOf(set);
      const isPath = stringAttr(set, 'type') === 'path';
      if (place === 'remote' || (place === 'relative' && isPath)) continue;
      const value = stringAttr(set, isPath ? 'path' : 'url') ?? '';
      if (place === 'relative') {
        if (decidingPattern(policy.localInputs, input.name, 'path', now)) continue;
        const message = `declared as the relative URL ${value}, which only works from one directory`;
        yield { reason: 'relative-file', subject: input.name, at, message, evidence: value };
        continue;
      }
      const message = `declared as ${value}, which other machines lack or fill with something else`;
      yield { reason: 'absolute', subject: input.name, at, message, evidence: value };
    }
  },
};
