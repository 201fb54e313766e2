import type { NixExpr } from '../model/nix.ts';
import type { DerivationRead, Harvest, RuntimeRead } from '../model/nix-code.ts';
import type { NixScope } from '../model/nix-value.ts';
import { calleeName, lastName } from '../parse/nix/callee.ts';
import { lookup } from '../parse/nix/scope.ts';
import { isSecretFileName, isSecretName } from '../secrets/names.ts';
import { fetchesInEvaluation, isFetcher } from './fetches.ts';
import { type CallSite, knownText, possible, unknownPart, type Work } from './site.ts';

/** Functions that bring the content of a file into evaluation. */
const readers: ReadonlySet<string> = new Set([
  'readFile',
  'fileContents',
  'importJSON',
  'importTOML',
  'import',
]);
/** Functions that tell something about a file, or copy it to the store. */
const lookers: ReadonlySet<string> = new Set([
  ...readers,
  'readDir',
  'pathExists',
  'path',
  'filterSource',
]);

/** Reads of what belongs to the machine or the runner that evaluates: files, variables, commands. */
export function harvests(work: Work): Harvest[] {
  return work.calls.flatMap((call): Harvest[] => {
    const { fn, name, inTest } = call;
    const found = { fn, at: call.expr.span, inTest, forFetch: isInFetch(call) };
    if (name === 'builtins.exec' || name === 'builtins.importNative') {
      return [{ ...found, takes: 'command', what: name }];
    }
    if (fn === 'getEnv') {
      const variable = firstText(call, work);
      const isSecret = variable !== undefined && !folders.has(variable) && isSecretName(variable);
      return isSecret ? [{ ...found, takes: 'variable', what: variable }] : [];
    }
    if (!lookers.has(fn)) return [];
    const file = firstText(call, work);
    if (file === undefined || !isCredentialFile(file)) return [];
    return [{ ...found, takes: 'file', what: file.replaceAll(unknownPart, '…') }];
  });
}

/** Working folders, whose short name is also one for a password. */
const folders: ReadonlySet<string> = new Set(['PWD', 'OLDPWD']);

function isInFetch({ within }: CallSite): boolean {
  for (let at = within; at !== undefined; at = at.parent) if (isFetcher(at.name)) return true;
  return false;
}

/** Text of the first argument, or of its attribute `path`. */
function firstText({ expr, scope }: CallSite, { evaluator }: Work): string | undefined {
  const [first] = expr.args;
  if (first === undefined) return undefined;
  const value = evaluator.value(first, scope);
  const path = value.kind === 'set' ? value.attrs.get('path') : undefined;
  const values = possible(path === undefined ? value : evaluator.force(path));
  return values.map(knownText).find((text) => text !== undefined);
}

/** Files below a home or in the system that open something. What lies in the repository is its own. */
const credentialFiles: readonly RegExp[] = [
  /^\/proc\/[^/]+\/(?:environ|mem|cmdline|maps|fd)(?:\/|$)/,
  /(?:^|\/)\.git\/config$/,
  /^\/etc\/(?:shadow|gshadow)-?$/,
  /^\/etc\/ssh\/ssh_host_\w+_key$/,
  /^\/etc\/nix\/netrc$/,
];
const homeFiles =
  /\/\.(?:netrc|git-credentials|pgpass|npmrc|pypirc|ssh\/id_\w+|aws\/credentials|kube\/config|docker\/config\.json|config\/gh\/hosts\.yml|config\/sops\/age\/keys\.txt|gnupg\/(?:secring\.gpg|private-keys-v1\.d.*))$/;

function isCredentialFile(file: string): boolean {
  if (credentialFiles.some((pattern) => pattern.test(file))) return true;
  const isOutside = /^[/~]/.test(file) || file.startsWith(unknownPart);
  return isOutside && homeFiles.test(file);
}

const runtimeFolders =
  /^\/run\/(?:secrets(?:\.d|-rendered|-for-users)?|agenix(?:\.d)?|keys|credentials|host-secrets)(?:\/|$)/;
const secretOption =
  /(?:^|\.)(?:sops|age)\.(?:secrets|templates)\..+\.path$|(?:^|\.)clan\.(?:.*\.)?vars\..+\.path$/;
const publicPart = /(?:^|[./_-])pub(?:lic)?(?:[-_]?key)?(?:$|[./_-])|\.pub$|authorized/i;

/** Reads of files that hold a secret only once the machine runs. */
export function runtimeReads(work: Work): RuntimeRead[] {
  return work.calls.flatMap((call): RuntimeRead[] => {
    const { fn, expr, scope, inTest } = call;
    const argument = expr.args[0];
    if (!readers.has(fn) || argument === undefined) return [];
    const found = { fn, at: expr.span, inTest };
    const text = firstText(call, work);
    if (text !== undefined && runtimeFolders.test(text)) {
      return [{ ...found, what: text.replaceAll(unknownPart, '…'), kind: kindOf(text) }];
    }
    const name = optionName(argument, scope);
    if (name === undefined) return [];
    if (secretOption.test(name)) return [{ ...found, what: name, kind: kindOf(name) }];
    return isFileOption(name) ? [{ ...found, what: name, kind: 'option' }] : [];
  });
}

function kindOf(name: string): 'secret' | 'public' {
  return publicPart.test(name) ? 'public' : 'secret';
}

/** An option of a module, read through `config` or its usual short name `cfg`. */
function isFileOption(name: string): boolean {
  return /^(?:config|cfg)\./.test(name) && isSecretFileName(name);
}

/** The dotted name an argument stands for, through interpolation and `toString`. */
function optionName(expr: NixExpr, scope: NixScope): string | undefined {
  if (expr.type === 'select' || expr.type === 'variable') return calleeName(expr, scope);
  if (expr.type === 'string') {
    const parts = expr.parts.flatMap((part) => (part.type === 'interpolation' ? part.expr : []));
    const [only] = parts;
    return only === undefined || only.type === 'string' ? undefined : optionName(only, scope);
  }
  const [argument] = expr.type === 'apply' ? expr.args : [];
  return argument === undefined || argument.type === 'apply'
    ? undefined
    : optionName(argument, scope);
}

/** Functions of nixpkgs that return a derivation. */
const builders =
  /^(?:mkDerivation|runCommand\w*|writeText\w*|writeShell\w*|symlinkJoin|applyPatches|buildEnv|stdenvNoCC|callCabal2nix\w*|haskellSrc2nix)$/;
const loaders: ReadonlySet<string> = new Set([
  ...readers,
  'readDir',
  'callPackage',
  'scopedImport',
]);

/** Reads of what has to be built first. */
export function derivationReads({ calls }: Work): DerivationRead[] {
  return calls.flatMap((call): DerivationRead[] => {
    const [argument] = call.expr.args;
    if (!loaders.has(call.fn) || argument === undefined) return [];
    const builder = builderOf(argument, call.scope);
    const { fn, expr, inTest } = call;
    return builder === undefined ? [] : [{ fn, builder, at: expr.span, inTest }];
  });
}

/** How many names and additions are followed to a call. */
const maxSteps = 8;

function builderOf(start: NixExpr, from: NixScope): string | undefined {
  let at: { readonly expr: NixExpr; readonly scope: NixScope } = { expr: start, scope: from };
  for (let step = 0; step < maxSteps; step++) {
    const { expr, scope } = at;
    if (expr.type === 'apply') return builderName(calleeName(expr.fn, scope));
    if (expr.type === 'binary' && expr.op === '+') at = { expr: expr.left, scope };
    else if (expr.type === 'string') {
      const [first] = expr.parts;
      if (first?.type !== 'interpolation') return undefined;
      at = { expr: first.expr, scope };
    } else if (expr.type === 'variable') {
      const found = lookup(expr.name, scope);
      if (found.kind !== 'defined') return undefined;
      at = found.thunk;
    } else return undefined;
  }
  return undefined;
}

function builderName(name: string | undefined): string | undefined {
  if (name === undefined || fetchesInEvaluation(name)) return undefined;
  const last = lastName(name);
  return last !== undefined && (builders.test(last) || isFetcher(last)) ? last : undefined;
}
