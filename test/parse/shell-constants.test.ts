import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { mappedSpan, verbatim } from '../../src/model/mapped-text.ts';
import { literalOf } from '../../src/model/shell.ts';
import type { Word } from '../../src/model/shell.ts';
import { parseShell } from '../../src/parse/shell/script.ts';
import { fuzzRuns } from '../fuzz.ts';

const none = new Map<string, string>();

/** The arguments of every `p` in a script, `?` for one that is not known. */
function read(script: string, environment: ReadonlyMap<string, string> = none): string[] {
  const { commands } = parseShell(verbatim(script), (name) => environment.get(name));
  return commands
    .filter(({ words }) => literalOf(words[0]) === 'p')
    .map(({ words }) => words.slice(1).map(shown).join(''));
}

function shown(word: Word): string {
  return word.known ? `<${word.value.text}>` : '?';
}

describe('variables with one known value', () => {
  for (const [script, expected] of [
    ["A='--no-sandbox -L'; p $A", '<--no-sandbox><-L>'],
    ['A=\'a b\'; p "$A" x${A}y', '<a b><xa><by>'],
    ['A=1; A=2; p $A', '?'],
    ['A=1; A+=2; p $A', '?'],
    ['A=1; read A; p $A', '?'],
    ['A=1; (A=2); p $A', '?'],
    ['A=1; for A in 2 3; do p $A; done', '?'],
    ['A=1; for A; do p $A; done', '?'],
    ['select A in 1; do p $A; done', '?'],
    ['A=1; printf -v A 2; p $A', '?'],
    ['A=1; let A=2; p $A', '?'],
    ["A=1; printf '%s' A; p $A", '<1>'],
    ['A=$(date); p $A', '?'],
    ['A=1; p ${A%1} ${#A} ${!A} ${A[0]} ${A:1}', '?????'],
    ['p ${A:-nix} ${A-x}', '<nix><x>'],
    ['A=y; p ${A:-nix}', '<y>'],
    ['export A=1; p $A', '<1>'],
    ['A=1 true; p $A', '?'],
    ["p ${{ 'x y' }} ${{ env.B }} ${{ env.C }}", '<x><y><b>?'],
    ['p $B; B=c', '?'],
  ] as const) {
    test(script, () => {
      const environment =
        script.includes('$B') || script.includes('env.B') ? new Map([['B', 'b']]) : none;
      assert.deepEqual(read(script, environment), [expected]);
    });
  }

  test('stand where they are used', () => {
    const script = 'A="xy  yz"\np "${A}" x${A}';
    const command = parseShell(verbatim(script)).commands[1];
    const spans = command?.words.slice(1).map(({ value }) => mappedSpan(value));
    assert.deepEqual(
      spans?.map(({ start, end }) => script.slice(start, end)),
      ['${A}', 'x${A}', '}'],
    );
  });

  test('a long value that is used everywhere does not multiply', () => {
    const script = `A=${'x'.repeat(1500)}\n${'p "$A$A$A$A"\n'.repeat(10_000)}`;
    const known = read(script).filter((line) => line !== '?');
    assert.ok(known.length < 200 && known.length > 10);
  });

  test('have the value bash gives them', () => {
    const value = fc.constantFrom("'a b'", '"c  d"', 'e', "''", "$'f\\tg'", '1', '--x=y');
    const use = fc.constantFrom(
      '$A',
      '"$A"',
      '${B}',
      '"${B}z"',
      'x$A',
      '$A$B',
      '"$A $B"',
      "'$A'",
      '$C',
    );
    const script = fc
      .tuple(value, value, fc.array(use, { maxLength: 5 }), fc.boolean())
      .map(([a, b, uses, exported]) => {
        const assign = exported ? `export A=${a}; B=${b}` : `A=${a} B=${b}`;
        return `${assign}\np ${uses.join(' ')}`;
      });
    let compared = 0;
    fc.assert(
      fc.property(script, (text) => {
        const [ours] = read(text);
        if (ours === undefined || ours.includes('?')) return;
        compared++;
        const stub = 'p() { (($#)) && printf "<%s>" "$@"; true; }\n';
        const run = spawnSync('bash', ['-c', stub + text], { encoding: 'utf8', env: {} });
        assert.equal(ours, run.stdout, text);
      }),
      { numRuns: fuzzRuns(120) },
    );
    assert.ok(compared > fuzzRuns(120) / 5, `only ${compared} compared`);
  });
});
