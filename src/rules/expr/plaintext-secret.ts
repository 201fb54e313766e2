import type { PlainSecret } from '../../model/nix-code.ts';
import type { Reason, RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

const inTests: Reason = {
  summary: 'the same in a NixOS test, a VM, an installer or a demonstration',
  levels: levels('notice'),
};
const weakness: Reason = {
  summary: 'the same for a value that may be a stand-in',
  levels: levels('warning', 'error'),
};

export const plaintextSecret: RuleOf<'nix'> = {
  id: 'expr-plaintext-secret',
  summary: 'a secret stands in the code, from where it gets into the world-readable store',
  help: 'Use the option that takes a file (`passwordFile`, `hashedPasswordFile`, `EnvironmentFile`), and change the secret.',
  references: ['CWE-798', 'CWE-312', 'T1552.001'],
  kinds: ['nix'],
  reasons: {
    option: {
      summary: 'an option for a password, key or token has a literal value',
      levels: levels('error'),
    },
    'option/weak': weakness,
    'option/test': inTests,
    initial: {
      summary: '`initialPassword` is a literal, which everyone who reads the store knows',
      levels: levels('warning', 'error'),
      help: 'Use `initialHashedPassword` or `hashedPasswordFile`.',
    },
    'initial/test': inTests,
    hash: {
      summary: '`hashedPassword` is a literal, which can be guessed at offline',
      levels: levels('warning', 'error'),
      help: 'Use `hashedPasswordFile`.',
    },
    'hash/test': inTests,
    'initial-hash': {
      summary: '`initialHashedPassword` is a literal',
      levels: levels('notice', 'warning'),
    },
    environment: {
      summary: 'a variable of a service, container, session or shell holds a secret',
      levels: levels('warning', 'error'),
      help: 'Use `EnvironmentFile` or a variable that names a file, and change the secret.',
    },
    'environment/weak': { ...weakness, levels: levels('notice', 'warning') },
    'environment/test': inTests,
    export: {
      summary: 'a hook of a shell or the environment of an image sets a secret',
      levels: levels('warning', 'error'),
      help: 'Read the secret at run time, and change it.',
    },
    'export/weak': { ...weakness, levels: levels('notice', 'warning') },
    'export/test': inTests,
    'clan-public': {
      summary: 'a Clan variable that is named like a secret is declared public',
      levels: levels('warning', 'error'),
      help: 'Remove `secret = false`: Clan encrypts variables by default.',
    },
    'clan-public/test': inTests,
  },
  *check({ model }) {
    for (const secret of model.plainSecrets) {
      const grade = gradeOf(secret);
      yield {
        reason: secret.kind,
        ...(grade !== undefined && { grade }),
        subject: secret.option,
        at: secret.at,
        message: messageOf(secret),
      };
    }
  },
};

function gradeOf({ disposable, inTest, kind, looks }: PlainSecret): string | undefined {
  if (kind === 'initial-hash') return undefined;
  if (inTest || disposable) return `${kind}/test`;
  const hasWeak = kind === 'option' || kind === 'environment' || kind === 'export';
  return looks === 'weak' && hasWeak ? `${kind}/weak` : undefined;
}

function messageOf({ kind, option }: PlainSecret): string {
  if (kind === 'clan-public') return `${option} is false: Clan commits this secret unencrypted`;
  if (kind === 'hash' || kind === 'initial-hash') return `${option} is a literal password hash`;
  return `${option} is a literal: it ends up in the world-readable store`;
}
