import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Assignment } from '../../model/setting.ts';
import { spotOf } from '../../settings/spot.ts';

/** Settings that run code, drop a protection or hand out secrets, by what they do. */
const dangers: ReadonlyMap<string, string> = new Map([
  ['post-build-hook', 'runs a program after every build'],
  ['pre-build-hook', 'runs a program before every build'],
  ['diff-hook', 'runs a program on builds that differ'],
  ['run-diff-hook', 'lets the diff hook run'],
  ['build-hook', 'chooses the program that distributes builds'],
  ['builders', 'sends builds to other machines'],
  ['external-builders', 'runs programs as builders'],
  ['plugin-files', 'loads code into Nix'],
  ['allow-unsafe-native-code-during-evaluation', 'lets evaluation run programs'],
  ['require-sigs', 'takes store paths without a signature'],
  ['trusted-users', 'makes users as powerful as root'],
  ['allowed-users', 'changes who may use the daemon'],
  ['secret-key-files', 'signs with keys of the user'],
  ['netrc-file', 'chooses the credentials that are sent'],
  ['ssl-cert-file', 'chooses which certificates are believed'],
  ['access-tokens', 'chooses the tokens that are sent'],
  ['impure-env', 'lets variables into builds'],
  ['sandbox', 'takes the sandbox away'],
  ['sandbox-paths', 'shows files of the host to builds'],
  ['filter-syscalls', 'lets builds make set-uid files'],
  ['allow-new-privileges', 'lets builds gain privileges'],
  ['accept-flake-config', 'accepts the settings of every flake'],
  ['store', 'chooses the store'],
  ['hashed-mirrors', 'chooses where files are taken from'],
  ['pure-eval', 'lets evaluation read the machine'],
  ['restrict-eval', 'lets evaluation read the machine'],
  ['allowed-uris', 'lets evaluation fetch and read more'],
]);

/** The value of a switch that only adds protection. */
const harmless: ReadonlyMap<string, string> = new Map([
  ['require-sigs', 'true'],
  ['sandbox', 'true'],
  ['filter-syscalls', 'true'],
  ['pure-eval', 'true'],
  ['restrict-eval', 'true'],
  ['allow-new-privileges', 'false'],
  ['accept-flake-config', 'false'],
  ['run-diff-hook', 'false'],
  ['allow-unsafe-native-code-during-evaluation', 'false'],
]);

export const nixconfigDangerous: RuleOf<'settings'> = {
  id: 'flake-nixconfig-dangerous',
  summary: 'a flake asks its users for a setting that runs code or drops a protection',
  help: 'Remove it from nixConfig; who needs it sets it on their own machine.',
  references: ['CWE-829', 'T1548', 'T1059'],
  kinds: ['settings'],
  reasons: {
    dangerous: {
      summary: 'nixConfig sets a hook, a credential, the sandbox, trust or purity',
      levels: levels('error'),
    },
    'dangerous/accept': {
      summary: 'nixConfig sets accept-flake-config, which only takes effect once accepted itself',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model }) {
    for (const { assignments, container } of model.blocks) {
      if (container !== 'nixConfig') continue;
      for (const assignment of assignments) {
        const danger = dangers.get(assignment.canonical);
        if (danger === undefined || isHarmless(assignment)) continue;
        yield {
          reason: 'dangerous',
          ...(assignment.canonical === 'accept-flake-config' && { grade: 'dangerous/accept' }),
          subject: assignment.canonical,
          ...spotOf(assignment),
          at: assignment.nameSpan,
          message: `nixConfig sets ${assignment.name}, which ${danger}, for everyone who accepts it`,
        };
      }
    }
  },
};

/** A protecting switch is judged by its one word; an empty list or string sets nothing dangerous. */
function isHarmless({ canonical, tokens }: Assignment): boolean {
  const [only, more] = tokens;
  if (only === undefined) return canonical !== 'require-sigs';
  return more === undefined && only.text === harmless.get(canonical);
}
