import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeHost } from '../../src/host.ts';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import type { FileTree } from '../../src/model/store.ts';
import { defaultOptions } from '../../src/options.ts';
import { readEveryDerivation } from '../../src/derivations/closure.ts';
import { run } from '../../src/run.ts';
import { derivationText, handMadeStore } from './store-fixture.ts';

const secret = `Xq7${randomBytes(12).toString('hex')}`;
const leaking = derivationText({ env: { DB_PASSWORD: secret } });

/** Subject of each secret found, and path and problem of all that was not checked, of one `--drv`. */
async function scanned(drv: string): Promise<{ leaks: string[]; refused: string[] }> {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  try {
    const outcome = await run(
      { ...defaultOptions, drv: [drv] },
      nodeHost(empty, process.env, new Date(0)),
    );
    assert.ok(outcome.ok);
    const { findings } = outcome.report;
    assert.ok(!JSON.stringify(findings).includes(secret), 'a secret is printed');
    const leaks = findings.filter(({ rule }) => rule === 'secret-assignment');
    const refused = findings.filter(({ rule }) => rule.startsWith('meta-'));
    assert.ok(refused.every(({ severity }) => severity === 'error'));
    return {
      leaks: leaks.map(({ subject }) => subject),
      refused: refused
        .map(({ subject, message }) => `${subject.replace('/nix/store/', '')}: ${message}`)
        .toSorted(),
    };
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

test('a store of traps: each is named as not checked, and the leak among them is found', async () => {
  const made = handMadeStore();
  const at = (name: string): string => join(made.directory, name);
  const base = (number: number, name: string): string => made.base(number, `${name}.drv`);
  try {
    writeFileSync(at(base(1, 'leak')), leaking);
    writeFileSync(at(base(2, 'cut')), leaking.slice(0, -40));
    writeFileSync(at(base(3, 'empty')), '');
    writeFileSync(at(base(4, 'long')), `${leaking}\n`);
    writeFileSync(at(base(5, 'huge')), Buffer.alloc(64 * 1024 * 1024 + 1, 'x'));
    mkdirSync(at(base(6, 'folder')));
    symlinkSync('/dev/zero', at(base(7, 'zero')));
    symlinkSync(base(8, 'loop'), at(base(8, 'loop')));
    symlinkSync(at(base(1, 'leak')), at(base(9, 'inside')));
    execFileSync('mkfifo', [at(base(10, 'pipe')), at(made.base(11, 'pipe'))]);
    const odd = ['..%2Fetc.drv', 'short.drv', 'new\nline.drv', 'bidi\u202e.drv', '::error::x.drv'];
    for (const name of [...odd, `${'e'.repeat(32)}-x.drv`, `${'0'.repeat(33)}-x.drv`]) {
      writeFileSync(at(name), leaking);
    }
    made.derivation(12, 'sources', {
      inputSrcs: [
        made.path(11, 'pipe'),
        made.path(13, 'gone'),
        '/etc/passwd',
        '/nix/store/../../etc/passwd',
        '/nix/store/a\nb\u0000',
        '',
      ],
      env: { API_TOKEN: secret },
    });
    made.derivation(14, 'late', { env: { DB_PASSWORD: secret } });
    const { leaks, refused } = await scanned(made.directory);
    assert.deepEqual(leaks.toSorted(), [
      'late.drv#env.DB_PASSWORD',
      'leak.drv#env.DB_PASSWORD',
      'sources.drv#env.API_TOKEN',
    ]);
    const wrongName = 'names no derivation of the store';
    const expected = [
      `${base(2, 'cut')}: string without a closing quote`,
      `${base(3, 'empty')}: starts with neither \`Derive(\` nor \`DrvWithVersion(\``,
      `${base(4, 'long')}: bytes after the end of the derivation`,
      `${base(5, 'huge')}: larger than 67108864 bytes`,
      `${base(6, 'folder')}: not a regular file`,
      `${base(7, 'zero')}: a symbolic link, which is not followed`,
      `${base(8, 'loop')}: a symbolic link, which is not followed`,
      `${base(9, 'inside')}: a symbolic link, which is not followed`,
      `${base(10, 'pipe')}: not a regular file`,
      `${made.base(11, 'pipe')}: is no file, directory or link`,
      `${made.base(13, 'gone')}: is not in the store`,
      '../../etc/passwd: names no object of the store',
      '/etc/passwd: names no object of the store',
    ];
    for (const line of expected) assert.ok(refused.includes(line), line);
    const rest = refused.filter((line) => !expected.includes(line));
    assert.equal(rest.filter((line) => line.endsWith(`: ${wrongName}`)).length, odd.length + 2);
    assert.equal(rest.filter((line) => line.endsWith('names no object of the store')).length, 2);
    assert.equal(rest.length, odd.length + 4);
  } finally {
    made.remove();
  }
});

/** Texts given as a file to `--drv`: how many leaks are found in it, and why the rest is not checked. */
const named = `${'0'.repeat(32)}-a.drv`;
const good = { outputs: {}, system: 's', builder: 'b', args: [], env: { DB_PASSWORD: secret } };
const json = JSON.stringify;
const files: Readonly<Record<string, readonly [text: () => string, leaks: number, refused: RegExp[]]>> = {
  nothing: [() => '', 0, [/not a JSON document/]],
  'no derivation': [() => '{}', 0, [/holds no derivation/]],
  'no derivation, new shape': [() => '{"derivations":{},"version":4}', 0, [/holds no derivation/]],
  'deep object': [() => '{"a":'.repeat(500_000) + '1' + '}'.repeat(500_000), 0, [/`outputs` is missing/]],
  'open lists': [() => '['.repeat(2_000_000), 0, [/not a JSON document/]],
  'deep attributes beside a leak': [
    () => `{"${named}":${json(good)},"b.drv":{"outputs":{},"system":"s","builder":"b","args":[],"env":{},"structuredAttrs":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`,
    1,
    [/nested deeper than 200/],
  ],
  'long string before a leak': [() => json({ [named]: { ...good, env: { A: 'a'.repeat(100_000_000), ...good.env } } }), 1, []],
  'names of Object.prototype': [
    () => `{"__proto__":${json(good)},"constructor":${json(good)},"toString":null,"hasOwnProperty":${json(good)}}`,
    3,
    [/the derivation is null/],
  ],
  'names that are no paths': [() => json({ '../../etc/x': good, '': good, '/': good, 'a\n\u202eb\u0000': good }), 4, []],
  'half a character': [() => `{"${named}":{"outputs":{},"system":"\\udfff","builder":"b","args":["\\ud800"],"env":{"DB_PASSWORD":"${secret}"}}}`, 1, []],
  'wide': [() => `{"${named}":${json({ ...good, env: { ...Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`v${at}`, 'x'])), ...good.env } })}}`, 1, []],
}; // prettier-ignore

for (const [what, [text, leaks, refused]] of Object.entries(files)) {
  test(`JSON: ${what}`, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'json-'));
    try {
      const path = join(directory, 'show.json');
      writeFileSync(path, text());
      const found = await scanned(path);
      assert.equal(found.leaks.length, leaks);
      assert.equal(found.refused.length, refused.length, found.refused.join('\n'));
      for (const [at, pattern] of refused.entries()) assert.match(found.refused[at] ?? '', pattern);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
}

test('a directory without derivations is not taken for a clean store', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'none-'));
  try {
    const { refused } = await scanned(directory);
    assert.deepEqual(refused, [`${directory}: holds no derivation`]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

/** A tree in which some paths behave as if their owner forbade to read them. */
function forbidding(forbidden: (path: string) => boolean): FileTree {
  const files = nodeFileTree();
  const isForbidden = (path: string | Uint8Array): boolean =>
    forbidden(Buffer.from(path).toString());
  const fault = { cause: 'parse', problem: 'cannot be read' } as const;
  return {
    ...files,
    read: (path, max) => (isForbidden(path) ? fault : files.read(path, max)),
    list: (path) => (isForbidden(path) ? undefined : files.list(path)),
    names: (path) => (isForbidden(path) ? undefined : files.names(path)),
  };
}

test('what may not be read hides nothing beside it', () => {
  const made = handMadeStore();
  try {
    const top = join(made.directory, made.base(1, 'src'));
    for (const name of ['a', 'b', 'c']) mkdirSync(join(top, name), { recursive: true });
    for (const name of ['a/one', 'b/two', 'c/three']) writeFileSync(join(top, name), name);
    made.derivation(2, 'root', { inputSrcs: [made.path(1, 'src')] });
    const outcome = (forbidden: (path: string) => boolean): string[] =>
      [...readEveryDerivation({ ...made.store, files: forbidding(forbidden) })].map((document) =>
        document.kind === 'derivation'
          ? document.model.sources.map(({ inner }) => inner).join()
          : document.kind === 'unreadable'
            ? document.model.problem
            : document.kind,
      );
    assert.deepEqual(
      outcome(() => false),
      ['a/one,b/two,c/three'],
    );
    assert.deepEqual(
      outcome((path) => path.endsWith('/a/one')),
      ['b/two,c/three', 'a/one: cannot be read'],
    );
    assert.deepEqual(
      outcome((path) => path.endsWith('/b')),
      ['a/one,c/three', 'b: cannot be listed'],
    );
    assert.deepEqual(
      outcome((path) => path === made.directory),
      ['cannot be listed'],
    );
  } finally {
    made.remove();
  }
});
