import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import * as fc from 'fast-check';

import { confWrites } from '../../src/ci/conf-writes.ts';
import { verbatim } from '../../src/model/mapped-text.ts';
import { parseShell } from '../../src/parse/shell/script.ts';

function written(script: string): string | undefined {
  return confWrites(parseShell(verbatim(script)))[0]?.content.text;
}

/** What one bash leaves in nix.conf after each script, in a folder of its own; undefined where it fails. */
function ran(all: readonly string[]): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'conf-writes-'));
  try {
    for (const [index, script] of all.entries()) {
      mkdirSync(join(folder, String(index)));
      writeFileSync(join(folder, String(index), 'script'), script);
    }
    const loop = 'for d in */; do (cd "$d" && . ./script >/dev/null && : > ok); done; true';
    const env = { PATH: process.env['PATH'] ?? '' };
    const run = spawnSync('bash', ['-c', loop], { cwd: folder, env, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    return all.map((_, index) => {
      const name = join(folder, String(index));
      return existsSync(join(name, 'ok'))
        ? readFileSync(join(name, 'nix.conf'), 'utf8')
        : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares the scripts that bash runs without error; how many those are. */
function compare(all: readonly string[]): number {
  const expected = ran(all);
  for (const [index, script] of all.entries()) {
    const text = expected[index];
    if (text !== undefined) assert.equal(written(script)?.trimEnd(), text.trimEnd(), script);
  }
  return expected.filter((text) => text !== undefined).length;
}

const scripts = [
  'echo "sandbox = false" >> ./nix.conf',
  "echo -e 'a = 1\\nb = 2' > nix.conf",
  'echo -n "a = 1" > nix.conf; echo >> nix.conf',
  "printf 'a = %s\\nb = %s\\n' 1 2 > nix.conf",
  "printf '%s\\n' 'a = 1' 'b = 2' | tee nix.conf > /dev/null",
  "cat > nix.conf <<'E'\na = $b\nE",
  'cat <<-E >> nix.conf\na = b\nE',
  'tee -a nix.conf <<E >/dev/null\na = 1\n  b = 2\nE',
  'tee nix.conf <<< "a = 1" >/dev/null',
  '{ echo a = 1; echo "b  =  2"; } > nix.conf',
  'echo a = 1 > nix.conf\necho b = 2 | tee -a nix.conf | cat',
  'bash -c \'echo "a = 1" >> nix.conf\'',
  '(echo a = 1; echo b = 2) | tee -a nix.conf >/dev/null',
  'for x in 1; do echo "a = 1"; done >> nix.conf',
  'if true; then echo a = 1; fi > nix.conf && echo b = 2 >> nix.conf',
];

describe('confWrites', () => {
  it('finds what real bash writes', (context) => {
    if (spawnSync('bash', ['-c', ':']).status !== 0) return context.skip('bash is not on PATH');
    assert.equal(compare(scripts), scripts.length);
    return undefined;
  });

  it('finds what real bash writes for generated lines', (context) => {
    if (spawnSync('bash', ['-c', ':']).status !== 0) return context.skip('bash is not on PATH');
    const value = fc.array(fc.constantFrom('a', ' = ', 'b', '#', "\\'", '"q"', "'s t'"), {
      minLength: 1,
      maxLength: 5,
    });
    const line = fc
      .tuple(fc.constantFrom('echo', 'printf "%s\\n"', 'echo -e'), value)
      .map(([how, parts]) => `${how} x${parts.join('')} >> nix.conf`);
    const some = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
    const compared = compare(fc.sample(some, { numRuns: 100, seed: 11 }));
    assert.ok(compared > 60, `only ${compared} scripts ran`);
    return undefined;
  });

  it('knows where each line stands', () => {
    const script = 'printf "%s\\n" "a = 1" "b = 2" | sudo tee -a /etc/nix/nix.conf';
    const content = confWrites(parseShell(verbatim(script)))[0]?.content;
    const at = content?.locate(content.text.indexOf('b = 2')) ?? 0;
    assert.equal(script.slice(at, at + 5), 'b = 2');
  });

  it('leaves out what it cannot know, and other files', () => {
    assert.equal(written('curl https://example.org | tee nix.conf'), undefined);
    assert.equal(written('echo a = 1 >> my-nix.config'), undefined);
    assert.equal(written('cat nix.conf'), undefined);
    assert.equal(written('echo "a = $X" > nix.conf'), 'a = $X\n');
  });

  it('takes a text once for a file that is named again and again', () => {
    const names = ' nix.conf'.repeat(20_000);
    assert.equal(written(`tee -a${names} <<< 'a = 1'`), 'a = 1\n');
    assert.equal(written(`echo a = 1${names.replaceAll(' ', ' >> ')}`), 'a = 1\n');
  });

  it('knows what is piped into a command behind many others', () => {
    const text = `x=$(${'tee nix.conf; '.repeat(20_000)} echo a = 1 | tee nix.conf)`;
    assert.equal(written(text), 'a = 1\n');
  });
});
