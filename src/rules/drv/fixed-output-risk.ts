import { outputKind } from '../../model/derivation.ts';
import type { DerivationOutput } from '../../model/derivation.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { StoreDerivation } from '../../model/store-derivation.ts';
import { placeholderDigest } from '../../nix/placeholder-hashes.ts';
import { derivationAttribute } from '../../parse/derivation/attributes.ts';
import { decodeQuoted } from '../../parse/derivation/strings.ts';

export const fixedOutputRisk: RuleOf<'derivation'> = {
  id: 'drv-fixed-output-risk',
  summary: 'a derivation with network access has a hash that proves little or nothing',
  help: 'Give the output the SHA-256 of what it should hold, in SRI form.',
  references: ['CWE-494', 'CWE-328'],
  kinds: ['derivation'],
  reasons: {
    'weak-hash': {
      summary: 'the output is checked with SHA-1',
      levels: levels('warning'),
    },
    'weak-hash/md5': {
      summary: 'the output is checked with MD5, for which anybody can make a second file',
      levels: levels('error'),
    },
    'fake-hash': {
      summary: 'the expected hash is all zeros',
      levels: levels('warning', 'error'),
      help: 'Build once, compare what was fetched with its source, and write down the real hash.',
    },
    'empty-content': {
      summary:
        'the expected content is an empty file or directory, so the build is there for its effects',
      levels: levels('error'),
      help: 'Remove the derivation: it exists to reach the network from a build.',
    },
    'shared-hash': {
      summary:
        'another derivation has the same hash and fetches from entirely other addresses, so one of them is copied',
      levels: levels('off', 'notice'),
      help: 'Fetch both again with an empty hash and compare; Nix fetches nothing whose hash it already has.',
    },
    'insecure-url': {
      summary: 'something is fetched without encryption; the hash still protects the content',
      levels: levels('off', 'notice'),
      help: 'Fetch over https.',
    },
  },
  *check({ model }) {
    const fixed = model.derivation.outputs.find((output) => outputKind(output) === 'fixed');
    if (fixed === undefined) return;
    yield* weakHash(model, fixed);
    yield* meaninglessHash(model, fixed);
    yield* sharedHash(model, fixed);
    yield* insecureUrls(model);
  },
};

function* weakHash(model: StoreDerivation, output: DerivationOutput): Iterable<Problem> {
  const algorithm = output.methodAlgo.slice(output.methodAlgo.indexOf(':') + 1);
  if (algorithm !== 'md5' && algorithm !== 'sha1') return;
  // git:sha1 names a git tree, which is what git itself checks.
  if (output.methodAlgo === 'git:sha1') return;
  yield {
    reason: 'weak-hash',
    ...(algorithm === 'md5' && { grade: 'weak-hash/md5' }),
    subject: subjectOf(model, output),
    at: output.at,
    message: `what is fetched is checked with ${algorithm}, expected sha256 or sha512`,
  };
}

function* meaninglessHash(model: StoreDerivation, output: DerivationOutput): Iterable<Problem> {
  const meaning = placeholderDigest(output.hash);
  const at = { subject: subjectOf(model, output), at: output.at };
  if (meaning === undefined) return;
  if (meaning === 'all-zero') {
    yield {
      reason: 'fake-hash',
      ...at,
      message: 'the expected hash is all zeros: it is not yet known',
    };
    return;
  }
  if (isHarmless(model)) return;
  const what = meaning === 'empty-directory-nar' ? 'an empty directory' : 'an empty file';
  const message = `a build with network access must end in ${what}: nothing it does is checked`;
  yield { reason: 'empty-content', ...at, message };
}

/** `emptyFile` and `emptyDirectory` of nixpkgs, and the fetcher inside Nix, run nothing of anybody. */
function isHarmless(model: StoreDerivation): boolean {
  const { text, builder } = model.derivation;
  if (decodeQuoted(text, builder) === 'builtin:fetchurl') return true;
  const command = derivationAttribute(model.derivation, 'buildCommand')?.words.join(' ');
  return command === 'touch $out' || command === 'mkdir $out' || command === 'mkdir -p $out';
}

function* sharedHash(model: StoreDerivation, output: DerivationOutput): Iterable<Problem> {
  if (model.sameHashAs === undefined) return;
  const message = `\`${model.sameHashAs}\` has the same hash and none of the same addresses`;
  yield { reason: 'shared-hash', subject: subjectOf(model, output), at: output.at, message };
}

function* insecureUrls(model: StoreDerivation): Iterable<Problem> {
  for (const name of ['url', 'urls'] as const) {
    const attribute = derivationAttribute(model.derivation, name);
    const insecure = attribute?.words.filter((url) => /^(http|ftp):\/\//i.test(url)) ?? [];
    if (attribute === undefined || insecure.length === 0) continue;
    const subject = `${model.name}.drv#env.${name}`;
    const message = `${insecure.length} of ${attribute.words.length} urls are fetched without encryption`;
    yield { reason: 'insecure-url', subject, at: attribute.at, message };
    return;
  }
}

function subjectOf(model: StoreDerivation, output: DerivationOutput): string {
  return `${model.name}.drv#outputs.${output.name}`;
}
