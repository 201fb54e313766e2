import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { removeFlag, replaceWord, turnSwitch } from '../../settings/repair.ts';
import { contributors, spotOf, storeWords } from '../../settings/spot.ts';
import { cacheIdentity, storeUrl, withoutParam } from '../../settings/store-url.ts';
import { booleanOf } from '../../settings/value.ts';
import { storeSubject } from '../../settings/subject.ts';

export const requireSigsDisabled: RuleOf<'settings'> = {
  id: 'conf-require-sigs-disabled',
  summary: 'store paths are taken without a signature',
  help: 'Remove it, and have the cache sign with a key listed in trusted-public-keys.',
  references: ['CWE-347', 'T1553'],
  kinds: ['settings'],
  reasons: {
    setting: {
      summary: 'require-sigs is effectively false',
      levels: levels('error'),
    },
    'setting/disposable': {
      summary: 'the same in a virtual machine test or an installer',
      levels: levels('notice', 'warning'),
    },
    'store-url': {
      summary: 'a store URL has `require-sigs=false`',
      levels: levels('error'),
      help: 'Remove the parameter, and sign what is copied there.',
    },
    copy: {
      summary: '`nix copy` runs with `--no-check-sigs` or `--no-require-sigs`',
      levels: levels('warning', 'error'),
      help: 'Remove the flag, and sign what is copied.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      yield* checkSetting(document, block);
      yield* checkStores(document, block);
      yield* checkFlags(document, block);
    }
  },
};

function* checkSetting(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  const setting = effectiveSettings(block).get('require-sigs');
  const last = setting?.contributing.at(-1);
  if (setting === undefined || last === undefined || switchOf(setting) !== false) return;
  if (isCopy(block)) {
    const at = last.span;
    const fix = turnSwitch(document, last, 'true', { title: 'require signatures', safety: 'safe' });
    yield { reason: 'copy', subject: 'require-sigs', at, message: copyMessage(block), ...fix };
    return;
  }
  yield {
    reason: 'setting',
    ...(block.environment.disposable && { grade: 'setting/disposable' }),
    subject: 'require-sigs',
    ...spotOf(last),
    message: `${block.label} switches signature checks off: any cache can serve any content`,
    related: contributors(document, setting, last),
    ...turnSwitch(document, last, 'true', { title: 'require signatures', safety: 'safe' }),
  };
}

function* checkStores(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  for (const { from, name, shown, token, spot } of storeWords(block)) {
    const { params, userinfo } = storeUrl(token.text);
    const value = params.get('require-sigs');
    if (value === undefined || booleanOf(value) !== false) continue;
    yield {
      reason: 'store-url',
      subject: storeSubject(name, token),
      ...spot,
      message: `the store URL of ${shown} switches signature checks off for everything copied into it`,
      evidence: cacheIdentity(token.text),
      // A patch would repeat a password in the URL.
      ...(userinfo === '' &&
        replaceWord(document, token, from, withoutParam(token.text, 'require-sigs'), {
          title: 'require signatures',
          safety: 'unsafe',
        })),
    };
  }
}

function* checkFlags(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  for (const flag of block.flags) {
    if (flag.name !== 'no-check-sigs') continue;
    yield {
      reason: 'copy',
      subject: 'no-check-sigs',
      at: flag.span,
      message: copyMessage(block),
      ...removeFlag(document, flag.span, 'safe'),
    };
  }
}

/** Whatever spells it, the switch then holds for the paths of one command that names where they come from. */
function isCopy({ container, label }: SettingsBlock): boolean {
  return container === 'shell-flag' && (label === 'nix copy' || label === 'nix-copy-closure');
}

function copyMessage({ label }: SettingsBlock): string {
  return `${label} does not check the signatures of what it copies`;
}
