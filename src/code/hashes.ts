import type { HashUse } from '../model/nix-code.ts';
import type { Span } from '../model/span.ts';
import { type BindSite, knownText, type Site, type Work } from './site.ts';

const fakeNames: ReadonlySet<string> = new Set(['fakeHash', 'fakeSha256', 'fakeSha512']);

/** Attributes that fix the content of a download (nixpkgs: fetchers, build*Package, mkDerivation). */
const hashNames: ReadonlySet<string> = new Set(
  `hash md5 sha1 sha256 sha512 narHash outputHash vendorHash vendorSha256 cargoHash cargoSha256
  cargoDepsHash npmDepsHash pnpmDepsHash yarnHash offlineHash mvnHash mvnSha256 depsHash depsSha256
  modSha256 goModHash nugetHash gradleHash composerHash`.split(/\s+/),
);

/** Base64, base16 and base32 spellings of nothing but zero bits. */
const zeroHash = /^(?:sha(?:256|512)[-:])?(?:A{43}=?|A{86}(?:==)?|0{52}|0{64}|0{103}|0{128})$/;

const md5Shape = /^(?:md5[-:])?(?:[0-9a-f]{32}|[0-9a-z]{26}|[A-Za-z0-9+/]{22}==)$/i;
const sha1Shape = /^(?:sha1[-:])?(?:[0-9a-f]{40}|[0-9a-z]{32}|[A-Za-z0-9+/]{27}=)$/i;

/** Hashes that can be forged, and hashes that only hold a place. */
export function hashUses({ binds, others, evaluator, conditional }: Work): HashUse[] {
  const isConditional = ({ start }: Span): boolean =>
    conditional.some((span) => start >= span.start && start < span.end);
  const bound = binds.flatMap((bind): HashUse[] => {
    if (!hashNames.has(bind.name) && bind.name !== 'outputHashAlgo') return [];
    const value = knownText(evaluator.value(bind.expr, bind.scope));
    const flaw = value === undefined ? undefined : flawOf(bind.name, value);
    if (flaw === undefined) return [];
    return [use(bind, bind.name, flaw, isConditional(bind.expr.span))];
  });
  const faked = others.flatMap((site): HashUse[] => {
    const name = fakeName(site);
    return name === undefined ? [] : [use(site, name, 'fake', isConditional(site.expr.span))];
  });
  return [...bound, ...faked];
}

function use(
  { expr, inTest }: Pick<BindSite, 'expr' | 'inTest'>,
  name: string,
  flaw: HashUse['flaw'],
  conditional: boolean,
): HashUse {
  return { name, flaw, conditional, at: expr.span, inTest };
}

function flawOf(name: string, value: string): HashUse['flaw'] | undefined {
  if (name === 'outputHashAlgo') return value === 'md5' || value === 'sha1' ? value : undefined;
  if (value === '') return 'empty';
  if (zeroHash.test(value)) return 'zero';
  if (name === 'md5' && md5Shape.test(value)) return 'md5';
  if (name === 'sha1' && sha1Shape.test(value)) return 'sha1';
  if (/^md5[-:]/.test(value)) return 'md5';
  return /^sha1[-:]/.test(value) ? 'sha1' : undefined;
}

function fakeName({ expr }: Site): string | undefined {
  const last = expr.type === 'select' ? expr.path.at(-1) : undefined;
  const name = expr.type === 'variable' ? expr.name : last?.type === 'name' ? last.name : undefined;
  return name !== undefined && fakeNames.has(name) ? name : undefined;
}
