import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { SettingToken } from '../../src/model/setting.ts';
import { maxIncludeDepth, parseNixConf } from '../../src/parse/nix-conf.ts';
import { fuzzRuns } from '../fuzz.ts';

/** `name: word word` per setting. */
function shown(text: string): string[] {
  return parseNixConf(text).written.map(
    ({ name, tokens }) => `${name}: ${tokens.map((token) => token.text).join(' ')}`,
  );
}

describe('lines', () => {
  test('words stand where their spans say, through tabs, carriage returns and comments', () => {
    const text = '\tsandbox\t=  true # off?\r\n\r\nsubstituters = https://a  https://b\n# x = y';
    const { written, faults } = parseNixConf(text);
    assert.deepEqual(faults, []);
    assert.deepEqual(shown(text), ['sandbox: true', 'substituters: https://a https://b']);
    for (const { name, nameSpan, tokens, span } of written) {
      assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
      for (const token of tokens) assert.equal(cut(text, token), token.text);
      assert.equal(span.start, nameSpan.start);
      assert.equal(span.end, tokens.at(-1)?.span.end);
    }
  });
  test('only a line feed ends a line, and other blanks are part of a word', () => {
    assert.deepEqual(shown('a = b\rc = d\ve\u00a0f'), ['a: b c = d\ve\u00a0f']);
  });
  test('a comment starts inside a word, and the word says that it was cut', () => {
    const [setting] = parseNixConf('a = https://x#y b').written;
    assert.deepEqual(setting?.tokens, [
      { text: 'https://x', span: { start: 4, end: 13 }, cut: true },
    ]);
  });
  test('neither quotes nor backslashes mean anything', () => {
    assert.deepEqual(shown('a = "b c" \\\nd = e'), ['a: "b c" \\', 'd: e']);
  });
  test('a second equals sign and an empty value are values', () => {
    assert.deepEqual(shown('a = = b\nc ='), ['a: = b', 'c: ']);
  });
  for (const line of ['zq=zq', 'zq= zq', 'zq =zq', 'zq', 'zq zq = zq', 'include', 'include = zq']) {
    test(`\`${line}\` is a fault that repeats no word`, () => {
      const { written, faults } = parseNixConf(`x = y\n${line}\n`);
      assert.equal(written.length, 1);
      assert.deepEqual(
        faults.map(({ reason, at }) => ({ reason, at })),
        [{ reason: 'syntax', at: { start: 6, end: 6 + line.length } }],
      );
      assert.ok(!faults[0]?.message.includes('zq'));
    });
  }
});

describe('embedded text', () => {
  test('what is filled in later neither splits a word nor starts a comment', () => {
    const text = 'access-tokens = github.com=${{ secrets.A || "#" }} x\nb = c';
    const start = text.indexOf('$');
    const opaque = [{ start, end: text.indexOf('}}') + 2 }];
    const { written } = parseNixConf(text, { opaque });
    assert.deepEqual(
      written.map(({ tokens }) => tokens.map(({ text, dynamic }) => [text, dynamic ?? false])),
      [
        [
          ['github.com=${{ secrets.A || "#" }}', true],
          ['x', false],
        ],
        [['c', false]],
      ],
    );
  });
  test('a line that is filled in as a whole is a gap, no fault', () => {
    const { faults, gaps } = parseNixConf('${{ inputs.conf }}', {
      opaque: [{ start: 0, end: 18 }],
    });
    assert.deepEqual([faults.length, gaps.length], [0, 1]);
  });
  test('offsets are translated at both ends', () => {
    const at = (offset: number): number => offset * 2 + 100;
    const [setting] = parseNixConf('ab = cd', { at }).written;
    assert.deepEqual(setting?.nameSpan, { start: 100, end: 103 });
    assert.deepEqual(setting?.tokens[0]?.span, { start: 110, end: 113 });
  });
});

describe('includes', () => {
  const files = new Map([
    ['etc/nix.conf', 'a = 1\ninclude sub/b.conf\nc = 3\n'],
    ['etc/sub/b.conf', 'b = 2\n!include ../d.conf\n!include missing\n'],
    ['etc/d.conf', 'd = 4 e'],
    ['loop.conf', 'include ./loop.conf\n'],
  ]);
  const read = (path: string): string | undefined => files.get(path);
  const parseFile = (path: string, text = files.get(path) ?? ''): ReturnType<typeof parseNixConf> =>
    parseNixConf(text, { files: { path, read } });

  test('are relative to the including file and stand where the line stands', () => {
    const { written, faults, gaps } = parseFile('etc/nix.conf');
    assert.deepEqual([faults, gaps], [[], []]);
    assert.deepEqual(
      written.map(({ name, path }) => [name, path]),
      [
        ['a', undefined],
        ['b', 'etc/sub/b.conf'],
        ['d', 'etc/d.conf'],
        ['c', undefined],
      ],
    );
  });
  test('a missing one is a fault unless it may be missing', () => {
    const { faults } = parseFile('nix.conf', '!include no\ninclude no\n');
    assert.deepEqual(
      faults.map(({ reason, at }) => [reason, at.start]),
      [['missing', 20]],
    );
  });
  for (const target of ['/etc/nix/local.conf', '../x', 'a/../../x']) {
    test(`${target} is not read: it leads out of the repository`, () => {
      const { faults, gaps } = parseFile('nix.conf', `include ${target}`);
      assert.deepEqual([faults.length, gaps.length], [0, 1]);
    });
  }
  test('a file that includes itself ends', () => {
    assert.deepEqual(
      parseFile('loop.conf').faults.map(({ reason }) => reason),
      ['include'],
    );
  });
  test('depth and number are limited, so that doubling does not explode', () => {
    const twice = (path: string): string => {
      const next = `${path}x`;
      return `include ${next}\ninclude ${next}\na = 1\n`;
    };
    const { written, faults } = parseNixConf(twice('x'), { files: { path: 'x', read: twice } });
    assert.ok(faults.length > 0);
    assert.ok(written.length < 100);
    assert.ok(maxIncludeDepth < 100);
  });
});

test('hostile text never throws, and spans stay inside', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '=',
      '#',
      '\n',
      ' ',
      '\t',
      '\r',
      'include',
      '!include',
      'sandbox',
      'extra-x',
      '${{',
      '\0',
    ),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, fc.nat(80), fc.nat(80), (conf, start, length) => {
      const files = { path: 'a/b', read: () => conf };
      const opaque = [{ start, end: start + length }];
      const { written, faults, gaps } = parseNixConf(conf, { files, opaque });
      for (const { at } of [...faults, ...gaps]) assert.ok(at.start <= at.end);
      for (const { tokens } of written) {
        for (const token of tokens) assert.equal(cut(conf, token).length, token.text.length);
      }
    }),
    { numRuns: fuzzRuns(300) },
  );
});

function cut(text: string, { span }: SettingToken): string {
  return text.slice(span.start, span.end);
}
