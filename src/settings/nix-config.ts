import type { FlakeNix, FlakeSetting } from '../model/flake-nix.ts';
import type { SettingsFile, SettingToken, WrittenSetting } from '../model/setting.ts';
import { plainEnvironment } from '../model/setting.ts';
import { assignment } from './assignment.ts';
import { wordsOfString } from './nix-words.ts';

/** The settings `nixConfig` of a flake.nix asks for (`src/libflake/config.cc`, `ConfigFile::apply`). */
export function flakeSettings(flake: FlakeNix, text: string): SettingsFile {
  const assignments = [...flake.nixConfig.values()].map((one) => assignment(written(one, text)));
  if (assignments.length === 0) return { blocks: [] };
  const block = {
    container: 'nixConfig',
    label: 'nixConfig',
    assignments,
    faults: [],
    gaps: [],
    flags: [],
    environment: plainEnvironment,
  } as const;
  return { blocks: [block] };
}

function written({ name, nameSpan, span, value }: FlakeSetting, text: string): WrittenSetting {
  const whole = { start: Math.min(nameSpan.start, span.start), end: span.end };
  return { name, nameSpan, span: whole, tokens: tokensOf(value, { span, text }) };
}

function tokensOf(
  value: FlakeSetting['value'],
  { span, text }: { readonly span: FlakeSetting['span']; readonly text: string },
): readonly SettingToken[] {
  if (typeof value === 'string') return wordsOfString(text, span, value);
  if (typeof value !== 'object') return [{ text: value.toString(), span }];
  // Nix copies the file to the store and sets the path of the copy.
  if ('path' in value) return [{ text: `\${${value.path}}`, span, dynamic: true }];
  return value.flatMap((item) => wordsOfString(text, item.span, item.value));
}
