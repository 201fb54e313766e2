import { outputKind } from '../../model/derivation.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { StoreDerivation } from '../../model/store-derivation.ts';
import { derivationAttribute } from '../../parse/derivation/attributes.ts';
import type { Attribute } from '../../parse/derivation/attributes.ts';
import { isSecretName } from '../../secrets/names.ts';

export const sandboxEscape: RuleOf<'derivation'> = {
  id: 'drv-sandbox-escape',
  summary: 'a derivation asks to be built outside the sandbox or with things of the build machine',
  help: 'Build inside the sandbox; give the build what it needs as inputs.',
  references: ['CWE-829', 'T1195.002'],
  kinds: ['derivation'],
  reasons: {
    'no-chroot': {
      summary: '`__noChroot` is set',
      levels: levels('warning', 'error'),
      help: 'Remove `__noChroot`; fetch what the build downloads with a fixed-output derivation.',
    },
    impure: {
      summary: 'an output is impure',
      levels: levels('warning', 'error'),
      help: 'Remove `__impure` and give the output a hash.',
    },
    'host-path': {
      summary:
        '`__impureHostDeps` names a path that the macOS build environment does not have anyway',
      levels: levels('warning', 'error'),
      help: 'Remove the path from `__impureHostDeps` and depend on a package instead.',
    },
    'host-variable': {
      summary: '`impureEnvVars` passes on a variable that no fetcher needs',
      levels: levels('notice', 'warning'),
      help: 'Remove the variable from `impureEnvVars`; only proxy variables belong there.',
    },
    'host-variable/secret': {
      summary: '`impureEnvVars` passes on a variable named like a secret',
      levels: levels('warning', 'error'),
      help: 'Remove the variable from `impureEnvVars`; fetch with a netrc file of the daemon instead.',
    },
    'recursive-nix': {
      summary: '`requiredSystemFeatures` asks for recursive Nix',
      levels: levels('notice', 'warning'),
      help: 'Generate the derivations ahead of time, or keep such builds on machines of their own.',
    },
  },
  *check({ model }) {
    yield* flags(model);
    for (const output of model.derivation.outputs) {
      if (outputKind(output) !== 'impure') continue;
      const subject = `${model.name}.drv#outputs.${output.name}`;
      const message = `output \`${output.name}\` is impure: it is built with network access and no hash`;
      yield { reason: 'impure', subject, at: output.at, message };
    }
    yield* hostPaths(model, derivationAttribute(model.derivation, '__impureHostDeps'));
    yield* hostVariables(model, derivationAttribute(model.derivation, 'impureEnvVars'));
  },
};

function* flags(model: StoreDerivation): Iterable<Problem> {
  const noChroot = derivationAttribute(model.derivation, '__noChroot');
  if (noChroot?.truthy === true) {
    const message = '`__noChroot` is set: the build sees the whole machine and the network';
    yield { reason: 'no-chroot', subject: subjectOf(model, noChroot), at: noChroot.at, message };
  }
  const features = derivationAttribute(model.derivation, 'requiredSystemFeatures');
  if (features?.words.includes('recursive-nix') === true) {
    const message = 'the build may run Nix itself: what it builds is in no closure';
    yield {
      reason: 'recursive-nix',
      subject: subjectOf(model, features),
      at: features.at,
      message,
    };
  }
}

/** What the standard environment of nixpkgs asks for on macOS in every derivation. */
const darwinBasics: ReadonlySet<string> = new Set([
  '/bin/sh',
  '/dev/random',
  '/dev/urandom',
  '/dev/zero',
  '/usr/lib/libSystem.B.dylib',
  '/usr/lib/system/libunc.dylib',
]);

/** Prefix of what macOS itself is: frameworks and libraries that no package replaces. */
const darwinSystem: readonly string[] = ['/System/Library/', '/usr/lib/'];

function* hostPaths(model: StoreDerivation, paths: Attribute | undefined): Iterable<Problem> {
  if (paths === undefined) return;
  const isDarwin = model.derivation.platform.endsWith('-darwin');
  const foreign = paths.words.filter((path) => {
    if (darwinBasics.has(path)) return false;
    return (
      !isDarwin || path.includes('/..') || !darwinSystem.some((start) => path.startsWith(start))
    );
  });
  if (foreign.length === 0) return;
  const message = `the build sees paths of the machine: ${listed(foreign)}`;
  yield { reason: 'host-path', subject: subjectOf(model, paths), at: paths.at, message };
}

/** Variables of the fetchers of nixpkgs: proxies, certificates and mirrors. */
const fetcherVariables: ReadonlySet<string> = new Set([
  'GIT_PROXY_COMMAND',
  'GOPROXY',
  'SOCKS_SERVER',
  'SSL_CERT_FILE',
]);
const fetcherPrefixes: readonly string[] = ['NIX_', 'FETCHGIT_', 'FETCHCARGO_'];

function* hostVariables(
  model: StoreDerivation,
  variables: Attribute | undefined,
): Iterable<Problem> {
  const foreign = (variables?.words ?? []).filter(
    (name) =>
      !fetcherPrefixes.some((prefix) => name.startsWith(prefix)) &&
      !fetcherVariables.has(name) &&
      !name.toLowerCase().endsWith('_proxy'),
  );
  if (variables === undefined || foreign.length === 0) return;
  const secret = foreign.filter((name) => isSecretName(name));
  const message =
    secret.length > 0
      ? `a build with network access receives secrets of the machine: ${listed(secret)}`
      : `a build with network access receives variables of the machine: ${listed(foreign)}`;
  const subject = subjectOf(model, variables);
  const grade = secret.length > 0 ? { grade: 'host-variable/secret' } : {};
  yield { reason: 'host-variable', ...grade, subject, at: variables.at, message };
}

function subjectOf(model: StoreDerivation, attribute: Attribute): string {
  return `${model.name}.drv#env.${attribute.name}`;
}

/** At most five names, each as code. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${name.slice(0, 80)}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
