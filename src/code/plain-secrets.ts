import type { NixSetting } from '../model/nix-settings.ts';
import type { PlainSecret } from '../model/nix-code.ts';
import type { NixThunk, NixValue } from '../model/nix-value.ts';
import type { Span } from '../model/span.ts';
import { lastName } from '../parse/nix/callee.ts';
import type { NixEvaluator } from '../parse/nix/evaluate.ts';
import { isSecretName } from '../secrets/names.ts';
import { isPlaceholder } from '../secrets/placeholders.ts';
import { judgeAssignment, judgeValue } from '../secrets/values.ts';
import { possible } from './site.ts';

type Kind = PlainSecret['kind'];

/** Options of services that hold a secret itself. */
const serviceSecrets: ReadonlySet<string> = new Set(
  'password secretKey jwtSecret adminPassword apiKey token clientSecret dbPassword'.split(' '),
);
const keyOptions: ReadonlySet<string> = new Set('psk pskRaw privateKey presharedKey'.split(' '));
const variableSets: ReadonlySet<string> = new Set(
  'environment variables sessionVariables env'.split(' '),
);

/** Literals where a secret belongs, by option path (NixOS, home-manager, shells and images). */
export function plainSecrets(
  file: string,
  text: string,
  settings: readonly NixSetting[],
  evaluator: NixEvaluator,
): PlainSecret[] {
  const isDisposable = disposableFile(file, text);
  return settings.flatMap((setting): PlainSecret[] => {
    const { path, inTest } = setting;
    const disposable = isDisposable || path.some((name) => name.startsWith('vmVariant'));
    const common = { option: path.join('.'), inTest, disposable };
    const spelt = literalsOf(setting, evaluator.force);
    return spelt.map((literal) => ({ ...common, ...literal }));
  });
}

type Found = Pick<PlainSecret, 'kind' | 'looks' | 'at'> & { readonly option?: string };

function literalsOf(setting: NixSetting, force: (thunk: NixThunk) => NixValue): Found[] {
  const { path, value } = setting;
  const name = path.at(-1) ?? '';
  const at = value.expr.span;
  if (isClanPublic(path, value)) return [{ kind: 'clan-public', looks: 'secret', at }];
  if (name === 'Env' && path.at(-2) === 'config') return imageVariables(value, force);
  const values = possible(value).flatMap((one) => (one.kind === 'string' ? one : []));
  if (name === 'shellHook') return values.flatMap((one) => exports(one.value, one.expr.span));
  const kind = kindOf(setting);
  if (kind === undefined) return [];
  return values.flatMap((one): Found[] => {
    const looks = looksOf(kind, name, one.value);
    return looks === undefined ? [] : [{ kind, looks, at: one.expr.span }];
  });
}

function kindOf({ path, frames }: NixSetting): Kind | undefined {
  const name = path.at(-1) ?? '';
  const isUser = path.includes('users');
  if (isUser && name === 'initialPassword') return 'initial';
  if (isUser && name === 'hashedPassword') return 'hash';
  if (isUser && name === 'initialHashedPassword') return 'initial-hash';
  if (isUser && name === 'password') return 'option';
  if (keyOptions.has(name)) return 'option';
  if (path.includes('services') && serviceSecrets.has(name)) return 'option';
  if (!isSecretName(name)) return undefined;
  if (path.slice(0, -1).some((one) => variableSets.has(one))) return 'environment';
  const frame = frames.at(-1);
  const isShell = frame?.kind === 'call' && (lastName(frame.name) ?? '').startsWith('mkShell');
  return isShell && path.length === 1 ? 'environment' : undefined;
}

function looksOf(kind: Kind, name: string, value: string): Found['looks'] | undefined {
  // A default password is one however guessable, and whoever reads the store knows it.
  if (kind === 'initial') return value.trim() === '' ? undefined : 'secret';
  if (kind === 'hash' || kind === 'initial-hash') {
    return /^\$(?:[156]|2[abxy]?|5|7|y|gy|sha1|md5)\$.{8}/.test(value) ? 'secret' : undefined;
  }
  if (isPlaceholder(value)) return undefined;
  const verdict = kind === 'option' ? judgeValue(name, value) : judgeAssignment(name, value);
  return verdict === 'none' ? undefined : verdict;
}

/** `clan.core.vars.generators.*.files.<secret>.secret = false`: Clan then commits it in plain text. */
function isClanPublic(path: readonly string[], value: NixValue): boolean {
  const isFile = path.at(-1) === 'secret' && path.at(-3) === 'files' && path.includes('generators');
  return isFile && value.kind === 'boolean' && !value.value && isSecretName(path.at(-2) ?? '');
}

/** `config.Env = [ "NAME=value" ]` of dockerTools: the image shows it to everyone who pulls it. */
function imageVariables(value: NixValue, force: (thunk: NixThunk) => NixValue): Found[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item): Found[] => {
    const one = force(item);
    return one.kind === 'string' ? assigned(one.value, one.expr.span) : [];
  });
}

/** `export NAME=value` in a hook of a shell. */
function exports(script: string, at: Span): Found[] {
  return script.split('\n').flatMap((line): Found[] => {
    const text = line.trim();
    return text.startsWith('export ') ? assigned(text.slice('export '.length).trim(), at) : [];
  });
}

function assigned(text: string, at: Span): Found[] {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals));
  const value = text.slice(equals + 1).replaceAll(/^["']|["']$/g, '');
  if (equals < 1 || !/^\w+$/.test(name)) return [];
  const verdict = judgeAssignment(name, value);
  return verdict === 'none' ? [] : [{ kind: 'export', looks: verdict, at, option: name }];
}

/** Whether a file describes a machine that is thrown away: by its name, or by what it imports. */
function disposableFile(file: string, text: string): boolean {
  const words = file.toLowerCase().split(/[^a-z]+/);
  const marks = new Set('vm vms microvm qemu iso installer installation demo'.split(' '));
  if (words.some((word) => marks.has(word) || /^tests?$|^examples?$/.test(word))) return true;
  return /installer\/(?:cd-dvd|netboot|sd-card)\/|virtualisation\/qemu-vm\.nix/.test(text);
}
