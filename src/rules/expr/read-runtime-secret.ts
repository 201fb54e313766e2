import type { RuntimeRead } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const readRuntimeSecret: RuleOf<'nix'> = {
  id: 'expr-read-runtime-secret',
  summary: 'evaluation reads a secret that belongs to run time, which copies it to the store',
  help: 'Pass the path on and read it when the service runs: `*File` options, `LoadCredential`, sops templates.',
  references: ['CWE-312', 'T1552.001'],
  kinds: ['nix'],
  reasons: {
    secret: {
      summary: 'a file that sops-nix, agenix or Clan decrypts is read while evaluating',
      levels: levels('error'),
    },
    'secret/public': {
      summary: 'the same for a name that says it is public',
      levels: levels('notice'),
    },
    'secret/test': { summary: 'the same inside a NixOS test', levels: levels('notice', 'warning') },
    option: {
      summary: 'a module reads the file that an option for a secret names',
      levels: levels('warning', 'error'),
    },
    'option/test': { summary: 'the same inside a NixOS test', levels: levels('notice') },
  },
  *check({ model }) {
    for (const read of model.runtimeReads) {
      const grade = gradeOf(read);
      yield {
        reason: read.kind === 'option' ? 'option' : 'secret',
        ...(grade !== undefined && { grade }),
        subject: read.what,
        at: read.at,
        message: `${read.fn} reads ${read.what} while evaluating: its content ends up in the world-readable store`,
      };
    }
  },
};

function gradeOf({ inTest, kind }: RuntimeRead): string | undefined {
  if (kind === 'public') return 'secret/public';
  if (!inTest) return undefined;
  return kind === 'option' ? 'option/test' : 'secret/test';
}
