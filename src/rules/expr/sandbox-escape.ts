import type { SandboxGap } from '../../model/nix-code.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const sandboxEscape: RuleOf<'nix'> = {
  id: 'expr-sandbox-escape',
  summary: 'a derivation asks to be built outside the sandbox, or lets the host in',
  help: 'Remove the attribute; fetch what the build needs in a fixed-output derivation.',
  references: ['CWE-653'],
  kinds: ['nix'],
  reasons: {
    network: {
      summary: '`__noChroot` asks for a build without sandbox',
      levels: levels('warning'),
    },
    impure: {
      summary: '`__impure` asks for network and a result that is never the same',
      levels: levels('warning'),
    },
    host: {
      summary: '`__impureHostDeps` or `__sandboxProfile` opens files of the host',
      levels: levels('warning'),
    },
    variable: {
      summary: '`impureEnvVars` names a variable beyond proxies and certificates',
      levels: levels('warning'),
    },
    'secret-variable': {
      summary: '`impureEnvVars` names a variable that holds a secret',
      levels: levels('warning', 'error'),
      help: 'Fetch with a netrc file on the builder, or vendor the source with a hash.',
    },
  },
  *check({ model }) {
    for (const gap of model.sandbox) {
      yield {
        reason: gap.opens,
        subject: gap.variable ?? gap.name,
        at: gap.at,
        message: messageOf(gap),
      };
    }
  },
};

function messageOf({ name, opens, variable }: SandboxGap): string {
  switch (opens) {
    case 'network':
      return `${name} builds without sandbox where the builder allows it`;
    case 'impure':
      return `${name} builds with network and without a fixed result`;
    case 'host':
      return `${name} shows files of the host to the build`;
    case 'variable':
      return `${name} passes ${variable ?? ''} of the builder into the build, expected proxies and certificates only`;
    case 'secret-variable':
      break;
  }
  return `${name} passes the secret ${variable ?? ''} of the builder into the build`;
}
