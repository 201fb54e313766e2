import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import type { EffectiveSetting } from '../../settings/effective.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { spotOf } from '../../settings/spot.ts';
import { wordSubject } from '../../settings/subject.ts';

type Switch = {
  readonly name: string;
  readonly weak: boolean;
  readonly reason: string;
  readonly message: string;
  readonly ciOnly?: true;
};

const switches: readonly Switch[] = [
  {
    name: 'pure-eval',
    weak: false,
    reason: 'impure-eval',
    message: 'evaluation may read files, variables and unlocked sources',
  },
  {
    name: 'restrict-eval',
    weak: false,
    reason: 'unrestricted',
    message: 'evaluation of foreign code may read every file and fetch every URL',
    ciOnly: true,
  },
  {
    name: 'trust-tarballs-from-git-forges',
    weak: true,
    reason: 'forge-tarballs',
    message: 'an archive of a forge is taken for its revision without a hash',
  },
  {
    name: 'allow-import-from-derivation',
    weak: true,
    reason: 'import-from-derivation',
    message: 'evaluation may run builds',
  },
  {
    name: 'allow-dirty-locks',
    weak: true,
    reason: 'dirty-locks',
    message: 'locks may be written without a revision',
  },
];

/** What an experimental feature makes possible. */
const features: ReadonlyMap<string, string> = new Map([
  ['configurable-impure-env', 'lets impure-env put values into builds that no derivation names'],
  [
    'daemon-trust-override',
    'lets `nix daemon --force-trusted` treat every client as a trusted user',
  ],
  ['impure-derivations', 'lets builds reach the network without a hash to check'],
  ['recursive-nix', 'lets builds talk to the Nix daemon'],
]);

export const purityWeakened: RuleOf<'settings'> = {
  id: 'conf-purity-weakened',
  summary: 'evaluation or builds may depend on more than their locked inputs',
  help: 'Remove it, and lock what is needed.',
  references: ['CWE-829'],
  kinds: ['settings'],
  reasons: {
    'impure-eval': {
      summary: '`pure-eval = false` is written down',
      levels: levels('off', 'notice'),
    },
    unrestricted: {
      summary: '`restrict-eval = false` is written down in CI',
      levels: levels('off', 'notice'),
    },
    'wide-uris': {
      summary: 'allowed-uris admits a whole protocol',
      levels: levels('off', 'notice'),
      help: 'Name the hosts, each with a final slash.',
    },
    feature: {
      summary:
        'an experimental feature is on that widens what builds reach or whom the daemon trusts',
      levels: levels('off', 'notice'),
      help: 'Drop the feature.',
    },
    'forge-tarballs': {
      summary: '`trust-tarballs-from-git-forges = true` is written down',
      levels: levels('off', 'off', 'notice'),
    },
    'import-from-derivation': {
      summary: '`allow-import-from-derivation = true` is written down',
      levels: levels('off', 'off', 'notice'),
    },
    'dirty-locks': {
      summary: 'allow-dirty-locks is effectively true',
      levels: levels('off', 'off', 'warning'),
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      const settings = effectiveSettings(block);
      yield* checkSwitches(block, settings);
      yield* checkUris(settings.get('allowed-uris'));
      yield* checkFeatures(settings.get('experimental-features'));
    }
  },
};

function* checkSwitches(
  block: SettingsBlock,
  settings: ReadonlyMap<string, EffectiveSetting>,
): Generator<Problem> {
  for (const { name, weak, reason, message, ciOnly } of switches) {
    const setting = settings.get(name);
    const last = setting?.contributing.at(-1);
    if (last === undefined || switchOf(setting) !== weak) continue;
    if (ciOnly === true && !block.environment.ci) continue;
    yield { reason, subject: name, ...spotOf(last), message: `${name} is ${weak}: ${message}` };
  }
}

/** A prefix without a host: since 2.20 a bare `scheme:` matches, before that `scheme://` did. */
function* checkUris(setting: EffectiveSetting | undefined): Generator<Problem> {
  for (const token of setting?.tokens ?? []) {
    if (!/^(?:[a-z][a-z0-9+.-]*:\/{0,3}|\/)$/i.test(token.text)) continue;
    yield {
      reason: 'wide-uris',
      subject: wordSubject('allowed-uris', token.text),
      ...spotOf(token.from, token),
      message: `${token.text} admits every source of that protocol`,
      evidence: token.text,
    };
  }
}

function* checkFeatures(setting: EffectiveSetting | undefined): Generator<Problem> {
  for (const token of setting?.tokens ?? []) {
    const effect = features.get(token.text);
    if (effect === undefined) continue;
    yield {
      reason: 'feature',
      subject: wordSubject('experimental-features', token.text),
      ...spotOf(token.from, token),
      message: `the experimental feature ${token.text} ${effect}`,
      evidence: token.text,
    };
  }
}
