import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { workflowDocuments } from '../../src/ci/documents.ts';
import { scriptDocuments } from '../../src/ci/script-documents.ts';
import { edited } from '../../src/fix/choose.ts';
import { judge } from '../../src/judge.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fix } from '../../src/model/finding.ts';
import { defaultPolicy } from '../../src/model/policy.ts';
import { ciRules } from '../../src/rules/ci/index.ts';
import { confRules } from '../../src/rules/conf/index.ts';
import { fuzzRuns } from '../fuzz.ts';

const rules = [...ciRules, ...confRules];
const runs = fuzzRuns(150);

function fixes(documents: readonly Document[]): readonly Fix[] {
  const judged = judge(documents, rules, { now: new Date(0), policy: defaultPolicy });
  return judged.flatMap(({ problem }) => problem.fix ?? []);
}

/** The text with the first fix made; undefined when there is none. */
function fixed(text: string, documents: readonly Document[]): string | undefined {
  const [fix] = fixes(documents);
  return fix && edited(text, fix.edits);
}

function fixedScript(text: string): string | undefined {
  return fixed(text, scriptDocuments({ path: 's.sh', text }, 'shell'));
}

/** What bash hands to `nix`, one call a line, its words in `<…>`. */
function calls(script: string): string {
  const stub = `nix() { printf '<%s>' "$@"; echo; }; sh() { eval "$2"; }\n`;
  const run = spawnSync('bash', ['-c', stub + script], { encoding: 'utf8' });
  assert.equal(run.status, 0, `${script}\n${run.stderr}`);
  return run.stdout;
}

describe('taking a flag out', () => {
  for (const [before, after] of [
    ['nix build --no-sandbox .#x', 'nix build .#x'],
    ['nix build .#x\t --no-sandbox\n', 'nix build .#x\n'],
    ['nix build \\\n  --no-sandbox \\\n  .#x\n', 'nix build \\\n  .#x\n'],
    ['nix build \\\n  .#x \\\n  --no-sandbox\n', 'nix build \\\n  .#x\n'],
    ['\nnix build \\\n  --no-sandbox \\\n  .#x\n', '\nnix build \\\n  .#x\n'],
    ['sh -c "nix build --no-sandbox"', 'sh -c "nix build"'],
    ['(nix build --no-sandbox)', '(nix build)'],
    ['nix build --no-sandbox && true', 'nix build && true'],
    // A digit before it would become a file descriptor.
    ['nix build 2 --no-sandbox>/dev/null', undefined],
    ['nix build \\ --no-sandbox', undefined],
    ['nix build "--no-sandbox"', undefined],
    ['nix build --no-sand\\\nbox', undefined],
    ['nix build\\\n--no-sandbox', undefined],
    // The next line joins another one in a folded scalar.
    ['nix build \\\n    --no-sandbox \\\n  .#x\n', undefined],
  ] as const) {
    test(JSON.stringify(before), () => {
      assert.equal(fixedScript(before), after);
    });
  }

  test('a folded scalar joins what a removed line kept apart', () => {
    const script = ['nix build \\', '  --no-sandbox', 'true'].map((line) => `          ${line}\n`);
    const text = (style: string): string =>
      `on: workflow_dispatch\njobs:\n  a:\n    steps:\n      - run: ${style}\n${script.join('')}`;
    for (const style of ['>', '>-', '>2 # why']) {
      assert.deepEqual(fixes(workflowDocuments({ path: 'w', text: text(style) }, 'workflow')), []);
    }
    const literal = fixed(text('|'), workflowDocuments({ path: 'w', text: text('|') }, 'workflow'));
    assert.equal(literal, text('|').replace(' \\\n            --no-sandbox', ''));
  });

  const gap = fc.constantFrom(' ', '  ', '\t', ' \\\n', ' \\\n    ', '\t\\\n\t');
  const word = fc.constantFrom('.#x', '"a b"', "'c'", 'd\\ ', '-L', '$E', "$'f\\'g'", '2', '""');
  const flag = fc.constantFrom('--no-sandbox', '--accept-flake-config', '--no-require-sigs');
  const end = fc.constantFrom('\n', ' ; true', ' && true', ' 2>&1', ')', '"', "'");

  const script = fc
    .tuple(fc.array(fc.tuple(gap, word), { maxLength: 3 }), gap, flag, gap, word, fc.boolean(), end)
    .map(([before, g1, name, g2, last, isLast, close]) => {
      const rest = isLast ? '' : g2 + last;
      const line = `nix build${before.flat().join('')}${g1}${name}${rest}`;
      if (close === ')') return { line: `(${line})`, name };
      const inner = close === '"' || close === "'";
      const isPlain = !/["'\\$]/.test(line);
      if (inner) return { line: isPlain ? `sh -c ${close}${line}${close}` : line, name };
      return { line: line + close, name };
    });

  test('leaves every other word to the program, as bash reads it', () => {
    let count = 0;
    fc.assert(
      fc.property(script, ({ line, name }) => {
        const after = fixedScript(line);
        if (after === undefined) return;
        count++;
        assert.equal(calls(after), calls(line).replace(`<${name}>`, ''), `${line}\n${after}`);
      }),
      { numRuns: runs },
    );
    assert.ok(count > runs / 10, `only ${count} fixes`);
  });

  test('or putting one in leaves the rest to YAML and bash, however a workflow writes the script', () => {
    let count = 0;
    const style = fc.constantFrom(
      'BLOCK_LITERAL',
      'BLOCK_FOLDED',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'PLAIN',
    );
    fc.assert(
      fc.property(script, style, fc.boolean(), ({ line, name }, defaultStringType, flow) => {
        const value = { on: 'push', jobs: { a: { steps: [{ run: line }, { run: 'true' }] } } };
        const text = stringify(value, {
          defaultStringType,
          defaultKeyType: 'PLAIN',
          collectionStyle: flow ? 'flow' : 'any',
        });
        for (const fix of fixes(workflowDocuments({ path: 'w.yml', text }, 'workflow'))) {
          count++;
          const after = edited(text, fix.edits);
          const [step, other] = parse(after).jobs.a.steps;
          const wanted = fix.title.startsWith('remove')
            ? calls(line).replace(`<${name}>`, '')
            : calls(line).replace('<build>', '<build><--no-update-lock-file>');
          assert.equal(other.run, 'true');
          assert.equal(calls(step.run), wanted, `${text}\n${after}`);
        }
      }),
      { numRuns: runs },
    );
    assert.ok(count > runs / 10, `only ${count} fixes`);
  });
});
