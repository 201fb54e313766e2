import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { hostPath } from '../../settings/host-path.ts';
import { turnSwitch } from '../../settings/repair.ts';
import { contributors, spotOf } from '../../settings/spot.ts';
import { wordSubject } from '../../settings/subject.ts';

export const sandboxWeakened: RuleOf<'settings'> = {
  id: 'conf-sandbox-weakened',
  summary: 'the sandbox lets builds reach more of the host than they need',
  help: 'Remove it, and pass what the build needs as an input.',
  references: ['CWE-653'],
  kinds: ['settings'],
  reasons: {
    path: {
      summary: 'every build sees a folder of the host that holds personal or system data',
      levels: levels('warning'),
    },
    'secret-path': {
      summary: 'every build sees secrets, or a socket that stands for them',
      levels: levels('error'),
    },
    syscalls: {
      summary: '`filter-syscalls = false` lets builds create setuid files',
      levels: levels('warning'),
    },
    'syscalls/container': {
      summary: 'the same in a container image or virtual machine test',
      levels: levels('notice', 'warning'),
    },
    privileges: {
      summary: '`allow-new-privileges = true` lets setuid programs work inside builds',
      levels: levels('warning'),
    },
    groups: {
      summary: '`require-drop-supplementary-groups = false` keeps the groups of the caller',
      levels: levels('warning'),
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      yield* checkPaths(block);
      yield* checkSwitches(document, block);
    }
  },
};

function* checkPaths(block: SettingsBlock): Generator<Problem> {
  for (const token of effectiveSettings(block).get('sandbox-paths')?.tokens ?? []) {
    const bare = token.text.endsWith('?') ? token.text.slice(0, -1) : token.text;
    const path = bare.slice(bare.indexOf('=') + 1);
    const exposure = hostPath(path);
    if (exposure === undefined) continue;
    const socket = path.endsWith('.sock');
    yield {
      reason: exposure === 'secret' ? 'secret-path' : 'path',
      subject: wordSubject('sandbox-paths', path),
      ...spotOf(token.from, token),
      message: `every build can ${socket ? 'talk to' : 'read'} ${path} of the host`,
      evidence: path,
    };
  }
}

const switches = [
  {
    name: 'filter-syscalls',
    weak: false,
    reason: 'syscalls',
    message: 'builds may create setuid files and access control lists',
  },
  {
    name: 'allow-new-privileges',
    weak: true,
    reason: 'privileges',
    message: 'setuid programs work inside builds',
  },
  {
    name: 'require-drop-supplementary-groups',
    weak: false,
    reason: 'groups',
    message: 'builds keep the groups of the user who started them',
  },
] as const;

function* checkSwitches(
  document: DocumentOf<'settings'>,
  block: SettingsBlock,
): Generator<Problem> {
  const settings = effectiveSettings(block);
  const isolated = block.environment.container || block.environment.disposable;
  for (const { name, weak, reason, message } of switches) {
    const setting = settings.get(name);
    const last = setting?.contributing.at(-1);
    if (setting === undefined || last === undefined || switchOf(setting) !== weak) continue;
    yield {
      reason,
      ...(isolated && reason === 'syscalls' && { grade: 'syscalls/container' }),
      subject: name,
      ...spotOf(last),
      message: `${block.label} sets ${name} to ${weak}: ${message}`,
      related: contributors(document, setting, last),
      ...turnSwitch(document, last, String(!weak), {
        title: 'restore the default',
        safety: 'unsafe',
      }),
    };
  }
}
