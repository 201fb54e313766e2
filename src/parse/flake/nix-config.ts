import type { FlakeSetting, FlakeSettingItem } from '../../model/flake-nix.ts';
import type { NixThunk } from '../../model/nix-value.ts';
import { trivialValue } from '../nix/trivial.ts';
import { expectKind, wrongKind, type FlakeReader } from './reader.ts';

/** Reads `nixConfig`: strings, paths, integers, Booleans and lists of string literals (flake.cc, readFlake). */
export function readNixConfig(reader: FlakeReader, thunk: NixThunk): Map<string, FlakeSetting> {
  const settings = new Map<string, FlakeSetting>();
  for (const [name, value] of expectKind(reader, 'nixConfig', thunk, 'set', 'a set')?.attrs ?? []) {
    const setting = readSetting(reader, name, value);
    if (setting !== undefined) settings.set(name, setting);
  }
  return settings;
}

function readSetting(reader: FlakeReader, name: string, thunk: NixThunk): FlakeSetting | undefined {
  const subject = `nixConfig.${name}`;
  const value = trivialValue(thunk);
  const { span } = thunk.expr;
  const common = { name, nameSpan: thunk.nameSpan ?? span, span };
  switch (value.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
      return { ...common, value: value.value };
    case 'path':
      return { ...common, value: { path: value.value } };
    case 'list':
      return { ...common, value: value.items.flatMap((item) => readItem(reader, subject, item)) };
    case 'float':
    case 'null':
    case 'set':
    case 'function':
    case 'thunk':
    default:
      wrongKind(
        reader,
        subject,
        thunk,
        value,
        'a string, path, integer, Boolean or list of strings',
      );
      return undefined;
  }
}

function readItem(reader: FlakeReader, subject: string, item: NixThunk): FlakeSettingItem[] {
  const value = expectKind(reader, `${subject}.*`, item, 'string', 'a string');
  return value === undefined ? [] : [{ value: value.value, span: item.expr.span }];
}
