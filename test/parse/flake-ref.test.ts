import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { printFlakeRef } from '../../src/parse/flake-ref-print.ts';
import { parseFlakeRef } from '../../src/parse/flake-ref.ts';
import { fuzzRuns } from '../fuzz.ts';
import { findNix } from '../nix.ts';

const OPTIONS = { relativePaths: false, flake: true };
const sorted = (attrs: ReadonlyMap<string, unknown>): string =>
  JSON.stringify(Object.fromEntries([...attrs].sort(([a], [b]) => (a < b ? -1 : 1))));

const vectors = readFileSync('test/vectors/flake-refs.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

describe('flake references as Nix 2.34 reads and prints them', () => {
  for (const [reference = '', answer = ''] of vectors) {
    test(JSON.stringify(reference), () => {
      const parsed = parseFlakeRef(reference, OPTIONS);
      if (answer === '!') {
        assert.equal(parsed.ok, false);
        return;
      }
      const expected: { a: Record<string, unknown>; s: string } = JSON.parse(answer);
      assert.ok(parsed.ok, 'Nix accepts it');
      assert.equal(sorted(parsed.attrs), JSON.stringify(expected.a));
      assert.equal(printFlakeRef(parsed.attrs), expected.s);
    });
  }
});

describe('spellings that depend on where the reference stands', () => {
  test('a relative path is a reference in flake.nix only', () => {
    const parsed = parseFlakeRef('./sub?dir=x', { relativePaths: true, flake: true });
    assert.ok(parsed.ok);
    assert.equal(sorted(parsed.attrs), '{"dir":"x","path":"./sub","type":"path"}');
    assert.equal(parseFlakeRef('./sub', OPTIONS).ok, false);
  });
  test('a source-only input takes a URL without an archive suffix for a file', () => {
    const parsed = parseFlakeRef('https://h/x', { relativePaths: false, flake: false });
    assert.ok(parsed.ok);
    assert.equal(parsed.attrs.get('type'), 'file');
  });
});

const runs = fuzzRuns(300);
test('no text makes the reader or the printer throw', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      ...'github:/?#%&=@+.~-_[]\\ \0é\u202e',
      'git+',
      'path:',
      'narHash=',
      'rev=',
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), fc.boolean(), (text, relative) => {
      const parsed = parseFlakeRef(text, { relativePaths: relative, flake: true });
      if (parsed.ok) assert.equal(typeof printFlakeRef(parsed.attrs), 'string');
      else assert.notEqual(parsed.problem, '');
    }),
    { numRuns: runs },
  );
});

const nix = findNix('2.34');
test('generated references agree with real Nix', { skip: nix.skip }, () => {
  const part = fc.constantFrom('a', 'main', 'x.y', 'a%2Fb', '..', '~u', 'A', 'é', '');
  const url = fc
    .tuple(
      fc.constantFrom('github:', 'gitlab:', 'git+https://h/', 'https://h/', 'path:/', 'flake:', ''),
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom('ref=a', 'dir=s', 'host=h', 'x=1', 'submodules=1', 'rev=zz'), {
        maxLength: 2,
      }),
    )
    .map(
      ([scheme, path, query]) =>
        `${scheme}${path.join('/')}${query.length ? '?' : ''}${query.join('&')}`,
    );
  const samples = fc.sample(url, { numRuns: Math.min(runs, 40), seed: 7 });
  for (const reference of new Set(samples)) {
    const mine = parseFlakeRef(reference, OPTIONS);
    const theirs = askNix(nix.command, reference);
    assert.equal(mine.ok ? sorted(mine.attrs) : '!', theirs, reference);
  }
});

function askNix(command: readonly string[], reference: string): string {
  const [program = '', ...args] = command;
  const expression = `builtins.toJSON (builtins.parseFlakeRef ${JSON.stringify(reference)})`;
  try {
    const out = execFileSync(
      program,
      [...args, 'nix-instantiate', '--eval', '--json', '--expr', expression],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return String(JSON.parse(out));
  } catch {
    return '!';
  }
}
