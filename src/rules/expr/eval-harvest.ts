import type { Harvest } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const evalHarvest: RuleOf<'nix'> = {
  id: 'expr-eval-harvest',
  summary: 'evaluation reads credentials of the machine it runs on, or runs commands on it',
  help: 'Delete it; when somebody else wrote it, treat it as an incident and rotate what it reads.',
  references: ['CWE-829', 'CWE-200', 'T1552.001', 'T1005'],
  kinds: ['nix'],
  reasons: {
    file: {
      summary: 'code reads another process, a key, a token file or the git configuration',
      levels: levels('error'),
    },
    variable: {
      summary: '`builtins.getEnv` asks for a variable that is named like a secret',
      levels: levels('error'),
      help: 'Read the secret when the program runs; what evaluation knows ends up in the store.',
    },
    'variable/fetch': {
      summary: 'the same in the arguments of a fetcher',
      levels: levels('warning', 'error'),
      help: 'Use access-tokens or a netrc file of Nix, which stay out of derivations.',
    },
    command: {
      summary: '`builtins.exec` or `builtins.importNative` runs code of the machine',
      levels: levels('error'),
    },
    'file/test': { summary: 'a file, inside a NixOS test', levels: levels('notice', 'warning') },
    'variable/test': {
      summary: 'a variable, inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
    'command/test': {
      summary: 'a command, inside a NixOS test',
      levels: levels('notice', 'warning'),
    },
  },
  *check({ model }) {
    for (const harvest of model.harvests) {
      const grade = gradeOf(harvest);
      yield {
        reason: harvest.takes,
        ...(grade !== undefined && { grade }),
        subject: harvest.what,
        at: harvest.at,
        message: messageOf(harvest),
      };
    }
  },
};

function gradeOf({ forFetch, inTest, takes }: Harvest): string | undefined {
  if (inTest) return `${takes}/test`;
  return takes === 'variable' && forFetch ? 'variable/fetch' : undefined;
}

function messageOf({ fn, takes, what }: Harvest): string {
  if (takes === 'command') return `${what} runs code on the machine that evaluates`;
  if (takes === 'variable') return `getEnv takes ${what} of whoever evaluates`;
  return `${fn} takes ${what} of the machine that evaluates`;
}
