import type { FetchCall } from '../model/nix-code.ts';
import type { NixThunk, NixValue } from '../model/nix-value.ts';
import { parseFlakeRef } from '../parse/flake-ref.ts';
import { isLoopbackHost, splitUrl } from '../parse/url-parts.ts';
import { type CallSite, knownText, possible, unknownPart, type Work } from './site.ts';

/** Functions of Nix itself that fetch while evaluating (libexpr/primops/fetchTree.cc, fetchMercurial.cc). */
const evaluationFetchers: ReadonlySet<string> = new Set([
  'fetchTarball',
  'fetchurl',
  'fetchGit',
  'fetchMercurial',
  'fetchTree',
  'getFlake',
]);

/** Those that need no `builtins.` in front; a bare `fetchurl` is that of nixpkgs. */
const globalFetchers: ReadonlySet<string> = new Set([
  'fetchTarball',
  'fetchGit',
  'fetchMercurial',
  'fetchTree',
]);

/** Fetchers of nixpkgs that make a fixed-output derivation (pkgs/build-support/fetch*). */
const derivationFetchers: ReadonlySet<string> = new Set(
  `fetchurl fetchzip fetchgit fetchsvn fetchhg fetchcvs fetchbzr fetchfossil fetchdarcs fetchpatch
  fetchpatch2 fetchtarball fetchFromGitHub fetchFromGitLab fetchFromGitea fetchFromForgejo
  fetchFromCodeberg fetchFromBitbucket fetchFromGitiles fetchFromRepoOrCz fetchFromSavannah
  fetchFromSourcehut fetchPypi fetchCrate fetchNpmDeps fetchYarnDeps fetchMavenArtifact
  fetchFirefoxAddon fetchDockerConfig fetchDockerLayer fetchipfs fetchtorrent fetchs3`.split(/\s+/),
);

const hashName = /^(?:md5|sha1|sha256|sha512)$|hash$/i;

/** Whether a dotted name is that of a fetcher, of Nix or of nixpkgs. */
export function isFetcher(name: string | undefined): boolean {
  const last = name?.slice(name.lastIndexOf('.') + 1) ?? '';
  return evaluationFetchers.has(last) || derivationFetchers.has(last);
}

/** Whether a dotted name is a function of Nix that fetches without a build. */
export function fetchesInEvaluation(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (!evaluationFetchers.has(last)) return false;
  return name === `builtins.${last}` || (name === last && globalFetchers.has(last));
}

/** The fetches of a file that are not pinned by a hash, or go over a connection without encryption. */
export function fetchCalls({ calls, evaluator }: Work): FetchCall[] {
  return calls.flatMap((call) => {
    const by = fetchedBy(call);
    const argument = call.expr.args[0];
    if (by === undefined || argument === undefined || call.expr.args.length > 1) return [];
    const values = possible(evaluator.value(argument, call.scope));
    return values.flatMap((value) => fetchCall(call, by, value, evaluator.force)).slice(0, 1);
  });
}

function fetchedBy({ name, fn }: CallSite): FetchCall['by'] | undefined {
  if (name === 'getFlake' || name === 'builtins.getFlake') return 'flake-reference';
  if (fetchesInEvaluation(name)) return 'evaluation';
  return derivationFetchers.has(fn) && !name.startsWith('builtins.') ? 'derivation' : undefined;
}

type Force = (thunk: NixThunk) => NixValue;

function fetchCall(
  call: CallSite,
  by: FetchCall['by'],
  value: NixValue,
  force: Force,
): FetchCall[] {
  const pin = pinOf(call.fn, by, value, force);
  if (pin === undefined) return [];
  const plainHost = pin === 'hash' ? plainHostOf(value, force) : undefined;
  if (pin === 'hash' && plainHost === undefined) return [];
  const at = { start: call.expr.span.start, end: call.expr.fn.span.end };
  const { fn, inTest } = call;
  return [{ fn, by, pin, at, inTest, ...(plainHost !== undefined && { plainHost }) }];
}

/** How a fetch is pinned; undefined when the text does not say, or when it fetches from this tree. */
function pinOf(
  fn: string,
  by: FetchCall['by'],
  value: NixValue,
  force: Force,
): FetchCall['pin'] | undefined {
  if (value.kind === 'set') {
    return value.open ? undefined : pinOfSet(fn, by, value.attrs, force);
  }
  const text = value.kind === 'path' ? undefined : knownText(value);
  if (text === undefined || by === 'derivation' || isLocal(text)) return undefined;
  if (fn === 'getFlake' || fn === 'fetchTree') return pinOfReference(text);
  return fn === 'fetchGit' || fn === 'fetchMercurial' ? 'none' : pinOfUrl(text);
}

function pinOfSet(
  fn: string,
  by: FetchCall['by'],
  attrs: ReadonlyMap<string, NixThunk>,
  force: Force,
): FetchCall['pin'] | undefined {
  if ([...attrs.keys()].some((name) => hashName.test(name))) return 'hash';
  if (by === 'derivation') return 'none';
  const byRevision = fn === 'fetchGit' || fn === 'fetchTree' || fn === 'fetchMercurial';
  if (byRevision && attrs.has('rev')) return 'hash';
  const type = attrs.get('type');
  if (fn === 'fetchTree' && type !== undefined && knownText(force(type)) === 'path')
    return undefined;
  const url = attrs.get('url');
  if (url === undefined) return fn === 'fetchTree' ? 'none' : undefined;
  const value = force(url);
  if (value.kind === 'path' || isTreeText(value)) return undefined;
  const text = knownText(value);
  if (text !== undefined && isLocal(text)) return undefined;
  return byRevision ? 'none' : pinOfUrl(text ?? '');
}

/** `toString ./.` and the like: a path of this tree as text. */
function isTreeText(value: NixValue): boolean {
  const { expr } = value;
  return value.kind === 'unknown' && expr.type === 'apply' && expr.args[0]?.type === 'path';
}

/** What lies on this machine is not fetched from anyone. */
function isLocal(text: string): boolean {
  return /^(?:[./~]|path:|file:|git\+file:)/.test(text) || text.startsWith(unknownPart);
}

function pinOfReference(text: string): FetchCall['pin'] | undefined {
  if (text.includes(unknownPart)) return undefined;
  const parsed = parseFlakeRef(text, { relativePaths: true, flake: true });
  if (!parsed.ok) return undefined;
  return parsed.attrs.has('rev') || parsed.attrs.has('narHash') ? 'hash' : 'none';
}

function pinOfUrl(text: string): FetchCall['pin'] {
  const runs = text.match(/[0-9A-Za-z]+/g) ?? [];
  const hasCommit = runs.some((run) => /^[0-9a-f]{40}$/.test(run));
  return hasCommit || text.includes(unknownPart) ? 'commit' : 'none';
}

/** The host of the first URL that is fetched without encryption, this machine aside. */
function plainHostOf(value: NixValue, force: Force): string | undefined {
  if (value.kind !== 'set') return undefined;
  const one = value.attrs.get('url');
  const many = value.attrs.get('urls');
  const list = many && force(many);
  const thunks = [...(one ? [one] : []), ...(list?.kind === 'list' ? list.items : [])];
  for (const thunk of thunks) {
    const parts = splitUrl(knownText(force(thunk)) ?? '');
    if (parts === undefined || !['http', 'ftp', 'git', 'svn'].includes(parts.scheme)) continue;
    if (!isLoopbackHost(parts.host) && !parts.host.includes(unknownPart)) return parts.host;
  }
  return undefined;
}
