import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { effectiveSettings, switchOf } from '../../settings/effective.ts';
import { turnSwitch } from '../../settings/repair.ts';
import { contributors, spotOf } from '../../settings/spot.ts';
import { wordSubject } from '../../settings/subject.ts';

const nativeCode = 'allow-unsafe-native-code-during-evaluation';

export const nativeCodeEnabled: RuleOf<'settings'> = {
  id: 'conf-native-code-enabled',
  summary: 'evaluating Nix code may run programs, or every Nix process loads foreign code',
  help: 'Remove it.',
  references: ['CWE-94', 'T1059'],
  kinds: ['settings'],
  reasons: {
    evaluation: {
      summary: `${nativeCode} is effectively true`,
      levels: levels('error'),
    },
    plugin: {
      summary: 'plugin-files names a library',
      levels: levels('warning', 'error'),
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      const settings = effectiveSettings(block);
      const native = settings.get(nativeCode);
      const last = native?.contributing.at(-1);
      if (native !== undefined && last !== undefined && switchOf(native) === true) {
        yield {
          reason: 'evaluation',
          subject: nativeCode,
          ...spotOf(last),
          message: `${block.label} lets Nix code run programs of the host while it is evaluated`,
          related: contributors(document, native, last),
          ...turnSwitch(document, last, 'false', { title: 'forbid it', safety: 'safe' }),
        };
      }
      for (const plugin of settings.get('plugin-files')?.tokens ?? []) {
        if (isPackage(plugin)) continue;
        yield {
          reason: 'plugin',
          subject: wordSubject('plugin-files', plugin.text),
          ...spotOf(plugin.from, plugin),
          message: `every Nix process loads ${plugin.text}`,
          evidence: plugin.text,
        };
      }
    }
  },
};

/** A path below a package, as a NixOS module interpolates it: pinned and built like everything else. */
function isPackage(token: { readonly text: string; readonly dynamic?: true }): boolean {
  return token.dynamic === true && token.text.startsWith('${');
}
