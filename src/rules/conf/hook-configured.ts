import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import type { EffectiveSetting } from '../../settings/effective.ts';
import { effectiveSettings, switchOf, textOf } from '../../settings/effective.ts';
import { related, spotOf } from '../../settings/spot.ts';
import { isReplaceable } from '../../settings/program.ts';
import { wordSubject } from '../../settings/subject.ts';

export const hookConfigured: RuleOf<'settings'> = {
  id: 'conf-hook-configured',
  summary: 'Nix runs a program because a setting says so, often as root',
  help: 'Keep the program in the store, owned by root, and review what it does with its input.',
  references: ['CWE-829', 'T1546'],
  kinds: ['settings'],
  reasons: {
    configured: { summary: 'a hook or builder program is set', levels: levels('off', 'error') },
    'writable-path': {
      summary: 'its path lies in the checkout or a folder everybody can write to',
      levels: levels('error'),
      help: 'Move the program into the Nix store or a folder only root can write to.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      for (const setting of hooks(block)) yield problemOf(setting, document);
    }
  },
};

/** The hooks that will run: diff-hook needs its switch, an empty value switches one off. */
function* hooks(block: SettingsBlock): Generator<EffectiveSetting> {
  const settings = effectiveSettings(block);
  for (const name of ['pre-build-hook', 'post-build-hook', 'build-hook', 'external-builders']) {
    const setting = settings.get(name);
    if (setting !== undefined && !isIdle(setting)) yield setting;
  }
  const diff = settings.get('diff-hook');
  const enabled = switchOf(settings.get('run-diff-hook')) === true;
  if (diff !== undefined && enabled && !isIdle(diff)) yield diff;
}

function isIdle(setting: EffectiveSetting): boolean {
  const text = textOf(setting);
  if (setting.name === 'build-hook' && text?.endsWith('nix __build-remote')) return true;
  return text === '' || (setting.name === 'external-builders' && text === '[]');
}

function problemOf(setting: EffectiveSetting, source: { path: string; text: string }): Problem {
  const writable = setting.tokens.find((token) => isReplaceable(token.text));
  const [first] = setting.contributing;
  const shown = writable?.from ?? first;
  const token = writable ?? setting.tokens[0];
  const message =
    writable === undefined
      ? `Nix runs the program of ${setting.name}`
      : `Nix runs ${writable.text}, which others than root can replace`;
  return {
    reason: writable === undefined ? 'configured' : 'writable-path',
    subject: wordSubject(setting.name, token?.text.startsWith('/') === true ? token.text : ''),
    ...(shown === undefined ? { at: { start: 0, end: 0 } } : spotOf(shown, token)),
    message,
    evidence: setting.tokens.map(({ text }) => text).join(' '),
    related: setting.overridden.map((item) =>
      related(source, item, 'without effect: overridden later'),
    ),
  };
}
