import assert from 'node:assert/strict';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import * as fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';

import type { YamlNode, YamlScalar } from '../../src/model/yaml.ts';
import { scalarAt } from '../../src/model/yaml.ts';
import { parseYaml } from '../../src/parse/yaml.ts';
import { fuzzRuns } from '../fuzz.ts';

const corpus = join(process.env['NSL_CORPORA'] ?? join('..', 'shared', 'corpora'), 'workflows');

function root(text: string): YamlNode {
  const result = parseYaml(text);
  assert.ok(result.ok, result.ok ? '' : result.fault.problem);
  return result.root;
}

function fault(text: string): string {
  const result = parseYaml(text);
  assert.ok(!result.ok, 'was read');
  return `${result.fault.cause} ${result.fault.at.start} ${result.fault.problem}`;
}

function scalars(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'seq') return node.items.flatMap(scalars);
  return [...node.entries.values()].flatMap((entry) => scalars(entry.value));
}

function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value.text;
  if (node.kind === 'seq') return node.items.map(plain);
  return Object.fromEntries(
    [...node.entries.values()].map(({ key, value }) => [key, plain(value)]),
  );
}

/** Every visible character must stand where it is said to stand, unless an escape wrote it. */
function checkPlaces(text: string, scalar: YamlScalar): void {
  let last = 0;
  for (let at = 0; at < scalar.value.text.length; at++) {
    const place = scalar.value.locate(at);
    assert.ok(place >= last, 'places go backwards');
    last = place;
    const unit = scalar.value.text.charAt(at);
    const escaped = text[place] === '\\' && text[scalar.span.start] === '"';
    if (unit.trim() !== '' && !escaped) assert.equal(text[place], unit);
  }
}

describe('parseYaml', () => {
  it('finds characters of every kind of scalar', () => {
    const text = [
      'a: plain one',
      '  goes on',
      "b: 'it''s x'",
      'c: "tab\\t \\u0041 \\U0001F600 lost \\',
      '   end"',
      'd: |- # why',
      '    first',
      '      second',
      '',
      '    third',
      'e: >+',
      '  fold',
      '  this',
      '',
      '  not',
    ].join('\n');
    const find = (key: string, piece: string): string => {
      const value = scalarAt(root(text), key)?.value;
      const at = value?.text.indexOf(piece) ?? -1;
      assert.ok(value !== undefined && at >= 0, `${key} has no ${piece}: ${value?.text}`);
      const place = value.locate(at);
      return text.slice(place, place + piece.length);
    };
    for (const [key, piece] of [
      ['a', 'goes'],
      ['b', 'x'],
      ['c', 'lost'],
      ['c', 'end'],
      ['d', 'first'],
      ['d', 'second'],
      ['d', 'third'],
      ['e', 'fold'],
      ['e', 'this'],
      ['e', 'not'],
    ] as const) {
      assert.equal(find(key, piece), piece);
    }
  });

  it('keeps scalars as written and `on` a string', () => {
    const text = '%YAML 1.1\n---\non: 2.10\nyes: ~\n';
    assert.deepEqual(plain(root(text)), { on: '2.10', yes: '~' });
  });

  it('follows aliases and merge keys', () => {
    const text = 'x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: *x\nw: *w\n';
    const expected = { x: { a: '1', b: '2' }, y: { b: '3', a: '1' }, z: { a: '1', b: '2' } };
    assert.match(fault(text), /parse/);
    assert.deepEqual(plain(root(text.replace('w: *w\n', ''))), expected);
  });

  it('refuses what GitHub refuses', () => {
    assert.match(fault('a: 1\na: 2\n'), /^parse 5 key "a" twice/);
    assert.match(fault('a:\n\tb: 1\n'), /^parse/);
    assert.match(fault('a: 1\n---\nb: 2\n'), /^parse .* more than one document/);
    assert.match(fault(''), /^parse 0 file is empty/);
  });

  it('stops at limits', () => {
    assert.match(fault(`a: ${'['.repeat(5000)}`), /^limit .* nesting/);
    assert.match(fault('- '.repeat(5000)), /^limit .* nesting/);
    for (const level of [': ', ': \t', 'a: ', ': &a ', '? - ']) {
      for (const end of ['', '\nb: c\n', ']', '\n---\n']) {
        assert.match(fault(level.repeat(20_000) + end), /^limit .* nesting/);
      }
    }
    assert.match(fault(`a: &a x\nb: [${'*a, '.repeat(51)}]\n`), /^limit .* aliases/);
    assert.match(fault('a'.repeat(1024 * 1024 + 1)), /^limit 0 more than/);
    const wide = Array.from({ length: 200 }, (_, index) => `k${index}: 1`).join(', ');
    const merges = Array.from({ length: 40 }, (_, index) => `m${index}: {<<: *x}`).join('\n');
    assert.match(fault(`x: &x {${wide}}\n${merges}\n`), /^limit .* merged keys/);
  });

  it('survives an alias bomb', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let index = 1; index <= 25; index++) {
      lines.push(`a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`);
    }
    assert.equal(root(lines.join('\n')).kind, 'map');
  });

  it('places every character of generated documents', () => {
    const value = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('a b', ' x', "it's", '', '# no', 'y: "z"', '\tt', '${{ e }}'), {
          maxLength: 6,
        })
        .map((lines) => lines.join('\n')),
    );
    const style = fc.constantFrom(
      'BLOCK_LITERAL' as const,
      'BLOCK_FOLDED' as const,
      'QUOTE_DOUBLE' as const,
      'QUOTE_SINGLE' as const,
      'PLAIN' as const,
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), style, (values, type) => {
        const text = stringify({ k: values }, { defaultStringType: type, lineWidth: 20 });
        const result = parseYaml(text);
        if (!result.ok) return;
        assert.deepEqual(
          plain(result.root),
          JSON.parse(JSON.stringify(parseDocument(text, { schema: 'failsafe' }).toJS())),
        );
        for (const scalar of scalars(result.root)) checkPlaces(text, scalar);
      }),
      { numRuns: fuzzRuns(500) },
    );
  });

  it('never fails on broken documents', () => {
    const pieces = Array.from('&a*!|>%@`\'"{}[],:-?#\n\t x').concat('<<: ', '*a', '&a ', ': |\n ');
    const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('');
        const result = parseYaml(text);
        if (result.ok) for (const scalar of scalars(result.root)) checkPlaces(text, scalar);
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });

  it('reads every workflow of the corpus', (context) => {
    if (!existsSync(corpus)) return context.skip(`no corpus at ${corpus}`);
    const names = readdirSync(corpus).filter((name) => /\.ya?ml$/.test(name));
    for (const name of names) {
      const text = readFileSync(join(corpus, name), 'utf8');
      const result = parseYaml(text);
      assert.ok(result.ok, `${name}: ${result.ok ? '' : result.fault.problem}`);
      for (const scalar of scalars(result.root)) checkPlaces(text, scalar);
    }
    return undefined;
  });
});
