import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

import * as fc from 'fast-check';

import { verbatim } from '../../../src/model/mapped-text.ts';
import type { ShellCommand, ShellScript } from '../../../src/model/shell.ts';
import { parseShell } from '../../../src/parse/shell/script.ts';
import { fuzzRuns } from '../../fuzz.ts';

function parse(text: string): ShellScript {
  return parseShell(verbatim(text));
}

function argv(command: ShellCommand | undefined): string[] {
  return (command?.words ?? []).map((word) => word.value.text);
}

function all(text: string): string[][] {
  return parse(text)
    .commands.map(argv)
    .filter((words) => words.length > 0);
}

describe('parseShell', () => {
  it('removes quotes, escapes and continuations', () => {
    assert.deepEqual(all('nix build "a b"\\ c \'d"e\' f\\\n  g # not this'), [
      ['nix', 'build', 'a b c', 'd"e', 'f', 'g'],
    ]);
  });

  it('splits lists, pipelines and groups', () => {
    const text = 'a && b || c; d & e\n( f; g ) | h; { i; } |& j';
    assert.deepEqual(
      all(text).map((words) => words[0]),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
    );
    const { commands } = parse(text);
    assert.deepEqual(
      commands.map((command) => command.pipesInto),
      [...Array<undefined>(5), 7, 7, undefined, 9, undefined],
    );
  });

  it('reads through compound commands', () => {
    const text = [
      'if a; then b; elif c; then d; else e; fi',
      'for x in 1 $(f); do g "$x"; done',
      'while h; do i; done | j',
      'case "$y" in',
      '  a|b) k ;;',
      '  (c) l ;;',
      '  *) m',
      'esac',
      'n() { o; }',
      'function p { q; }',
      '[[ $a < b && -n $(r) ]] && s',
      '(( t > 1 )) && u',
    ].join('\n');
    assert.deepEqual(
      all(text).map((words) => words[0]),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'o', 'q', 'r', 's', 'u'],
    );
  });

  it('finds commands inside substitutions and knows what is around them', () => {
    const { commands } = parse('out=$(nix build "$(cat `ls`)") bash <(curl u) "${x:-$(y)}"');
    assert.deepEqual(commands.map(argv), [
      ['bash', '<(_)', '${x}'],
      ['nix', 'build', '$(_)'],
      ['cat', '$(_)'],
      ['ls'],
      ['curl', 'u'],
      ['y'],
    ]);
    assert.deepEqual(
      commands.map((command) => command.within),
      [
        undefined,
        { command: 0, by: 'substitution' },
        { command: 1, by: 'substitution' },
        { command: 2, by: 'substitution' },
        { command: 0, by: 'process' },
        { command: 0, by: 'substitution' },
      ],
    );
  });

  it('knows which words are literal', () => {
    const [command] = parse('x "a$b" ${{ github.sha }} \'${{ c }}\' $1 a$').commands;
    assert.deepEqual(
      command?.words.map((word) => word.parts),
      [
        [{ kind: 'literal', text: 'x' }],
        [
          { kind: 'literal', text: 'a' },
          { kind: 'variable', name: 'b' },
        ],
        [{ kind: 'expression', text: 'github.sha' }],
        [{ kind: 'expression', text: 'c' }],
        [{ kind: 'variable', name: '' }],
        [{ kind: 'literal', text: 'a$' }],
      ],
    );
    assert.equal(command.words[2]?.value.text, '${{_github.sha_}}');
  });

  it('reads heredocs with their own rules', () => {
    const text = [
      "cat <<'A' > f; cat <<-B | tee g",
      'a $x',
      'A',
      '\tb $(c) $x',
      '\tB',
      'd <<E',
      'never closed',
    ].join('\n');
    const { commands } = parse(text);
    assert.deepEqual(commands.map(argv), [['cat'], ['cat'], ['tee', 'g'], ['c'], ['d']]);
    assert.equal(commands[0]?.heredocs[0]?.body.value.text, 'a $x\n');
    assert.equal(commands[1]?.heredocs[0]?.body.value.text, '\tb $(_) $x\n');
    assert.equal(commands[4]?.heredocs[0]?.body.value.text, 'never closed');
    assert.deepEqual(commands[3]?.within, { command: 1, by: 'substitution' });
    const body = commands[0].heredocs[0].body.value;
    assert.equal(text.slice(body.locate(2), body.locate(4)), '$x');
  });

  it('reads redirections of commands and groups', () => {
    const { commands } = parse('a 2>&1 >> f; { b; c; } > g');
    const shown = commands.map((command) =>
      command.redirections.map(({ operator, target }) => `${operator}${target.value.text}`),
    );
    assert.deepEqual(shown, [['>&1', '>>f'], ['>g'], ['>g']]);
  });

  it('reads assignments', () => {
    const [command] = parse('export=1 A="b c" B+=$d nix run').commands;
    assert.deepEqual(
      command?.assignments.map(({ name, value }) => [name, value.value.text, value.known]),
      [
        ['export', '1', true],
        ['A', 'b c', true],
        ['B', '$d', false],
      ],
    );
  });

  it('reads scripts in arguments, with their place in the file', () => {
    const text = `sudo bash -euo pipefail -c "nix build \\"x\\" && sh -c 'nix run y'"; nix-shell --run 'z'`;
    const { commands } = parse(text);
    const found = commands.filter((command) => command.within?.by === 'string');
    assert.deepEqual(found.map(argv), [
      ['nix', 'build', 'x'],
      ['sh', '-c', 'nix run y'],
      ['z'],
      ['nix', 'run', 'y'],
    ]);
    const word = found[3]?.words[2];
    assert.equal(text.slice(word?.span.start, word?.span.end), 'y');
  });

  it('stops at a limit and says where', () => {
    const { stoppedAt } = parse('$('.repeat(200));
    assert.deepEqual(stoppedAt, { start: 98, end: 98 });
    assert.notEqual(parse('{ '.repeat(200)).stoppedAt, undefined);
    assert.notEqual(parse('${x'.repeat(200)).stoppedAt, undefined);
  });
});

describe('parseShell on any text', () => {
  const pieces = [
    ...Array.from('\'"`\\$(){}<>|&;# \n\tax=!'),
    '$(',
    '${',
    '${{',
    '}}',
    '$((',
    '))',
    '<<E\n',
    "<<-'E'\n",
    '\nE\n',
    'case x in ',
    'esac',
    ';;',
    'for ',
    'do ',
    'done',
    '[[ ',
    ' ]]',
    'sh -c ',
    'if ',
    'fi',
  ];
  const script = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));

  it('stays inside the text and points from outer to inner', () => {
    fc.assert(
      fc.property(fc.oneof(script, fc.string()), (text) => {
        const { commands } = parse(text);
        for (const [index, command] of commands.entries()) {
          const words = [...command.words, ...command.redirections.map(({ target }) => target)];
          for (const { span } of [command, ...words]) {
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
          }
          assert.ok((command.within?.command ?? -1) < index);
          assert.ok((command.pipesInto ?? index + 1) > index);
        }
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });

  it('reads what repeats twenty thousand times', () => {
    for (const piece of [...pieces, "a <<E 'b' ", '{ a; } | ', 'a|', '$x ', '`a` ', '"$(a)" ']) {
      const { commands } = parse(piece.repeat(20_000));
      assert.ok(commands.length <= 60_000);
    }
  });
});

describe('words against real bash', () => {
  it('agree on quoting', (context) => {
    if (spawnSync('bash', ['-c', ':']).status !== 0) return context.skip('bash is not on PATH');
    const word = fc
      .array(
        fc.constantFrom(
          'a',
          'b',
          ' ',
          '\\',
          "'",
          '"',
          '\n',
          '#',
          '=',
          '{',
          "$'",
          '\\n',
          '\\x41',
          '\\\n',
          '~x',
          '!',
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''));
    const texts = fc.sample(word, { numRuns: 300, seed: 7 }).map((text) => `p ${text}`);
    let compared = 0;
    for (const text of texts) {
      const script = `p() { [ $# = 0 ] || printf '%s\\0' "$@"; }; a() { :; }; b() { :; }\n${text}\n`;
      const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      if (run.status !== 0 || run.stderr !== '') continue;
      compared++;
      const first = parse(`${text}\n`).commands[0];
      assert.deepEqual(argv(first).slice(1), run.stdout.split('\0').slice(0, -1), text);
    }
    assert.ok(compared > 80, `only ${compared} texts were valid`);
    return undefined;
  });
});
