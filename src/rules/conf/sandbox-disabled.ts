import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingEnvironment, SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings, switchOf, valueOf } from '../../settings/effective.ts';
import { turnSwitch } from '../../settings/repair.ts';
import { contributors, spotOf } from '../../settings/spot.ts';

export const sandboxDisabled: RuleOf<'settings'> = {
  id: 'conf-sandbox-disabled',
  summary: 'builds are not isolated from the host',
  help: 'Set `sandbox = true`, and fix the derivation that needs more than its inputs.',
  references: ['CWE-653', 'T1195.002'],
  kinds: ['settings'],
  reasons: {
    off: { summary: 'sandbox is effectively false', levels: levels('error') },
    'off/container': {
      summary: 'the same in a container image or virtual machine test, which isolates on its own',
      levels: levels('warning'),
      help: 'Run the container with user namespaces and set `sandbox = true`, or build outside it.',
    },
    'off/macos': {
      summary: 'the same in a job or module for macOS only, where it is the default',
      levels: levels('notice'),
    },
    relaxed: {
      summary: 'sandbox is `relaxed`, so that a derivation can opt out',
      levels: levels('warning'),
    },
    'relaxed/macos': {
      summary: 'the same in a job or module for macOS only, where it is stricter than the default',
      levels: levels('off', 'notice'),
    },
    fallback: {
      summary: '`sandbox-fallback = true` is written down',
      levels: levels('warning'),
      help: 'Set `sandbox-fallback = false`, so that a build without sandbox fails.',
    },
    'fallback/container': {
      summary: 'the same in a container image or virtual machine test',
      levels: levels('notice', 'warning'),
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      yield* checkSandbox(document, block);
      yield* checkFallback(document, block);
    }
  },
};

function* checkSandbox(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  const setting = effectiveSettings(block).get('sandbox');
  const last = setting?.contributing.at(-1);
  if (setting === undefined || last === undefined) return;
  const value = valueOf(setting);
  if (value !== false && value !== 'relaxed') return;
  const reason = value === false ? 'off' : 'relaxed';
  yield {
    reason,
    ...gradeOf(reason, block.environment),
    subject: 'sandbox',
    ...spotOf(last),
    message:
      value === false
        ? `${block.label} switches the sandbox off: builds see the host's files, network and processes`
        : `${block.label} relaxes the sandbox: a derivation with __noChroot sees the host's files and network`,
    related: contributors(document, setting, last),
    ...turnSwitch(document, last, 'true', { title: 'switch the sandbox on', safety: 'unsafe' }),
  };
}

function* checkFallback(
  document: DocumentOf<'settings'>,
  block: SettingsBlock,
): Generator<Problem> {
  const setting = effectiveSettings(block).get('sandbox-fallback');
  const last = setting?.contributing.at(-1);
  if (setting === undefined || last === undefined || switchOf(setting) !== true) return;
  yield {
    reason: 'fallback',
    ...gradeOf('fallback', block.environment),
    subject: 'sandbox-fallback',
    ...spotOf(last),
    message: `${block.label} lets builds run without sandbox where the kernel offers none, without an error`,
    related: contributors(document, setting, last),
    ...turnSwitch(document, last, 'false', { title: 'fail instead', safety: 'unsafe' }),
  };
}

type Graded = 'off' | 'relaxed' | 'fallback';

function gradeOf(reason: Graded, environment: SettingEnvironment): { readonly grade?: string } {
  if (environment.macosOnly && reason !== 'fallback') return { grade: `${reason}/macos` };
  const isolated = environment.container || environment.disposable;
  return isolated && reason !== 'relaxed' ? { grade: `${reason}/container` } : {};
}
