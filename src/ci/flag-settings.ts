import { mappedSpan } from '../model/mapped-text.ts';
import type { SettingToken, StoreFlag, WrittenSetting } from '../model/setting.ts';
import type { Word } from '../model/shell.ts';
import { settingName, settingType } from '../settings/registry.ts';
import type { NixCommand, NixFlag } from './nix-command.ts';

/** What the flags of one Nix command set, in order (`src/libutil/args.cc`, `AbstractConfig::convertToArgs`). */
export type FlagSettings = {
  readonly written: readonly WrittenSetting[];
  readonly flags: readonly StoreFlag[];
};

export function flagSettings(command: NixCommand): FlagSettings {
  const written: WrittenSetting[] = [];
  const flags: StoreFlag[] = [];
  for (const flag of command.flags) {
    const setting = settingOf(flag);
    if (setting !== undefined) written.push(setting);
    const store = storeFlag(flag);
    if (store !== undefined) flags.push(store);
  }
  return { written, flags };
}

function storeFlag({ name, word, values }: NixFlag): StoreFlag | undefined {
  const span = spanOf(word, values);
  if (name === '--no-check-sigs') return { name: 'no-check-sigs', span };
  const [value] = values.flatMap(tokensOf);
  if (value === undefined) return undefined;
  if (name === '--from') return { name: 'from', span, value };
  return name === '--to' ? { name: 'to', span, value } : undefined;
}

function settingOf(flag: NixFlag): WrittenSetting | undefined {
  const { name, word, values } = flag;
  if (name === '--option') return optionOf(flag);
  if (!name.startsWith('--')) return undefined;
  const positive = name.slice(2);
  if (positive === 'relaxed-sandbox') return fixed('sandbox', 'relaxed', word);
  const negative = positive.startsWith('no-') ? positive.slice(3) : undefined;
  if (negative !== undefined && isSwitch(negative)) return fixed(negative, 'false', word);
  if (!settingName(positive).known) return undefined;
  if (isSwitch(positive)) return fixed(positive, 'true', word);
  return {
    name: positive,
    nameSpan: word.span,
    tokens: values.flatMap(tokensOf),
    span: spanOf(word, values),
  };
}

function optionOf({ word, values }: NixFlag): WrittenSetting | undefined {
  const [name, value] = values;
  if (name === undefined) return undefined;
  return {
    name: name.value.text,
    nameSpan: name.span,
    tokens: value === undefined ? [] : tokensOf(value),
    span: spanOf(word, values),
  };
}

/** A flag that sets a boolean: the flag itself stands for the value. */
function fixed(name: string, text: string, word: Word): WrittenSetting {
  return { name, nameSpan: word.span, tokens: [{ text, span: word.span }], span: word.span };
}

function isSwitch(name: string): boolean {
  const { canonical, known } = settingName(name);
  const type = known ? settingType(canonical) : undefined;
  return type === 'bool' || type === 'sandbox';
}

/** The value of a flag is one argument, split at white space. */
function tokensOf(word: Word): SettingToken[] {
  const { text } = word.value;
  return [...text.matchAll(/\S+/g)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const dynamic = word.opaque.some((range) => range.start < end && range.end > start);
    const span = mappedSpan(word.value, start, end);
    return dynamic ? { text: match[0], span, dynamic } : { text: match[0], span };
  });
}

function spanOf(word: Word, values: readonly Word[]): { start: number; end: number } {
  return { start: word.span.start, end: values.at(-1)?.span.end ?? word.span.end };
}
