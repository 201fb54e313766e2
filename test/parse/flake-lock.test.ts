import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { FlakeLock } from '../../src/model/flake-lock.ts';
import { parseFlakeLock, type ParsedLock } from '../../src/parse/flake-lock.ts';
import { scratch } from '../checkout.ts';
import { corpus } from '../corpora/corpus.ts';
import { fuzzRuns } from '../fuzz.ts';
import { githubNode, lockOf, lockText, narHash } from '../locks.ts';
import { findNix, type NixVersion } from '../nix.ts';

function read(text: string): FlakeLock {
  const parsed = parseFlakeLock(text, 'flake');
  assert.equal(parsed.kind, 'flake-lock', parsed.kind === 'unreadable' ? parsed.model.problem : '');
  assert.ok(parsed.kind === 'flake-lock');
  return parsed.model;
}
const paths = (lock: FlakeLock): string[] => lock.inputs.map((input) => input.path);
const faults = (lock: FlakeLock): string[] =>
  lock.graphFaults.map(({ reason, subject }) => `${reason} ${subject}`);

describe('input paths are the identity', () => {
  const tree = {
    root: { inputs: { b: 'n1', a: 'n2' } },
    n1: { ...githubNode('o/b'), inputs: { c: 'n3', d: ['a'] } },
    n2: { ...githubNode('o/a'), inputs: { c: 'n3' } },
    n3: githubNode('o/c'),
    n4: { ...githubNode('o/x'), inputs: { y: 'n5' } },
    n5: githubNode('o/y'),
  };
  test('each reachable node stands once, at its first shortest path; the rest are orphans', () => {
    const lock = read(lockText(tree));
    assert.deepEqual(paths(lock), ['a', 'b', 'a/c']);
    assert.deepEqual(
      lock.orphans.map((node) => node.key),
      ['n4', 'n5'],
    );
    assert.deepEqual(faults(lock), []);
  });
  test('renaming node keys changes nothing', () => {
    const renamed = lockText(tree).replaceAll(/"n(\d)"/g, '"other-$1"');
    assert.deepEqual(paths(read(renamed)), paths(read(lockText(tree))));
  });
  test('any key may be the root, a decoy is no root', () => {
    const { root, ...others } = tree;
    const lock = read(lockText({ ...others, root: {}, start: root }, { root: 'start' }));
    assert.deepEqual(paths(lock), ['a', 'b', 'a/c']);
  });
  test('names that could be misread as a path are quoted', () => {
    const lock = read(lockText({ root: { inputs: { 'a/b': 'n' } }, n: githubNode('o/a') }));
    assert.deepEqual(paths(lock), ['"a/b"']);
  });
});

describe('follows', () => {
  const follows = (inputs: Record<string, string | string[]>, b = {}): FlakeLock =>
    read(lockText({ root: { inputs }, a: { ...githubNode('o/a'), inputs: b } }));
  test('through other follows, to the root itself and in circles', () => {
    assert.deepEqual(faults(follows({ a: 'a', x: ['a'], y: ['x'] })), []);
    assert.deepEqual(faults(follows({ a: 'a' }, { self: [] })), []);
    assert.deepEqual(faults(follows({ a: 'a', x: ['y'], y: ['x'] })), ['cycle x', 'cycle y']);
    assert.deepEqual(faults(follows({ a: 'a' }, { x: ['a', 'none'] })), ['dangling-follows a/x']);
  });
  test('a chain longer than the limit ends in a fault, not in the stack', () => {
    const inputs: Record<string, string | string[]> = { a: 'a' };
    for (let index = 0; index < 10_000; index++) inputs[`x${index}`] = [`x${index + 1}`];
    inputs['x10000'] = ['a'];
    const found = faults(follows(inputs));
    assert.ok(found.length > 9_000 && found.every((fault) => fault.startsWith('too-deep x')));
  });
});

describe('the graph', () => {
  test('edges to nothing, to the root and in a circle', () => {
    const lock = read(
      lockText({
        root: { inputs: { a: 'a', gone: 'none', me: 'root' } },
        a: { ...githubNode('o/a'), inputs: { b: 'b' } },
        b: { ...githubNode('o/b'), inputs: { a: 'a' } },
      }),
    );
    assert.deepEqual(faults(lock).sort(), ['cycle a/b/a', 'edge-to-root me', 'missing-node gone']);
  });
  test('a chain of 10,000 inputs is cut at the limit', () => {
    const nodes: Record<string, ReturnType<typeof githubNode>> = { root: { inputs: { n0: 'n0' } } };
    for (let index = 0; index < 10_000; index++) {
      nodes[`n${index}`] = { ...githubNode('o/r'), inputs: { [`n${index + 1}`]: `n${index + 1}` } };
    }
    nodes['n10000'] = githubNode('o/r');
    const lock = read(lockText(nodes));
    assert.equal(lock.inputs.length, 64);
    assert.equal(lock.graphFaults[0]?.reason, 'too-deep');
  });
});

describe('nodes', () => {
  test('a legacy info object lies over locked whatever the version says', () => {
    const info = { narHash: narHash('other'), extra: 1 };
    const lock = read(lockOf({ a: { ...githubNode('o/a'), info } }));
    const effective = lock.inputs[0]?.node.effective?.attrs;
    assert.equal(effective?.get('narHash')?.value, info.narHash);
    assert.equal(effective?.get('extra')?.value, 1);
    assert.equal(effective?.get('owner')?.value, 'o');
  });
  test('of repeated names the last counts, with its own place', () => {
    const text = lockOf({ a: githubNode('o/a') }).replace(
      '"repo": "a"',
      '"repo": "x", "repo": "y"',
    );
    const attr = read(text).inputs[0]?.node.locked?.attrs.get('repo');
    assert.equal(attr?.value, 'y');
    assert.equal(text.slice(attr?.span.start, attr?.span.end), '"y"');
  });
  test('names of JavaScript objects are ordinary names', () => {
    const text = lockOf({ x: githubNode('o/a') }).replaceAll('"x"', '"__proto__"');
    assert.deepEqual(paths(read(text)), ['__proto__']);
    const other = lockOf({ x: githubNode('o/a') }).replaceAll('"x"', '"constructor"');
    assert.deepEqual(paths(read(other)), ['constructor']);
  });
  test('a version 4 tree becomes the same graph', () => {
    const node = githubNode('o/a');
    const text = JSON.stringify({
      version: 4,
      inputs: { a: { ...node, inputs: { 'b/c': { ...node, inputs: {} } } } },
    });
    assert.deepEqual(paths(read(text)), ['a', 'a/"b/c"']);
  });
  test('what Nix would refuse about a node in use is a fault, of an orphan it is not', () => {
    const broken = lockText({
      root: { inputs: { a: 'a' } },
      a: { ...githubNode('o/a', { rev: null }), inputs: { b: 1 as unknown as string } },
      orphan: { locked: [] as unknown as Record<string, unknown> },
    });
    const messages = read(broken).faults.map(({ subject, message }) => `${subject}: ${message}`);
    assert.deepEqual(messages, [
      'a: attribute is a null, expected a string, number or boolean',
      'a: input is a number, expected a node key or a list of input names',
    ]);
  });
  test('a source without type or without what its type needs', () => {
    const messages = (changes: Record<string, unknown>): string[] =>
      read(lockOf({ a: githubNode('o/a', changes) })).faults.map(({ message }) => message);
    assert.deepEqual(messages({ type: 5 }), ['source has a "type" that is no string']);
    assert.deepEqual(messages({ type: undefined }), ['source has no "type"']);
    assert.deepEqual(messages({ owner: undefined }), ['github source has no "owner"']);
    assert.deepEqual(messages({ repo: 1 }), ['github source has a "repo" that is no string']);
    assert.deepEqual(messages({ type: 'git' }), ['git source has no "url"']);
  });
  test('versions no reader of today knows make the lock unreadable', () => {
    for (const version of [0, 1, 2, 3, 8, -7, '7', null, true]) {
      const parsed = parseFlakeLock(
        lockOf({ a: githubNode('o/a') }).replace(': 7', `: ${JSON.stringify(version)}`),
        'flake',
      );
      assert.equal(parsed.kind, 'unreadable', String(version));
    }
    assert.equal(read(lockOf({}).replace(': 7', ': 7.9')).version, 7);
  });
});

const values: fc.Arbitrary<unknown> = fc.constantFrom(
  ...[null, true, 0, -1, 1.5, 1e30, '', 'x', [], {}, ['a'], 7, 'root', 'a', 'sha256-'],
);
/** A lock with a few values, names or members replaced, removed or repeated. */
const mutated = fc
  .array(fc.tuple(fc.nat(200), fc.constantFrom('replace', 'remove', 'rename', 'repeat'), values), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) => {
    let lines = lockText({
      root: { inputs: { a: 'a', b: ['a'] } },
      a: { ...githubNode('o/a'), inputs: { c: 'c' }, flake: false },
      c: githubNode('o/c'),
    }).split('\n');
    for (const [at, change, value] of changes) {
      const index = at % lines.length;
      const line = lines[index] ?? '';
      const cut = line.indexOf(': ');
      if (change === 'remove') lines = lines.filter((_, other) => other !== index);
      else if (change === 'repeat') lines.splice(index, 0, line);
      else if (change === 'rename' && cut > 0) lines[index] = `"renamed"${line.slice(cut)}`;
      else if (cut > 0 && !/[[{]$/.test(line)) {
        lines[index] =
          `${line.slice(0, cut)}: ${JSON.stringify(value)}${line.endsWith(',') ? ',' : ''}`;
      }
    }
    return lines.join('\n');
  });

test('no text makes the reader throw, and every span lies inside', () => {
  const soup = fc.oneof(mutated, fc.string({ unit: 'binary' }), fc.json());
  fc.assert(
    fc.property(soup, (text) => {
      const parsed = parseFlakeLock(text, 'flake');
      for (const { start, end } of spans(parsed)) {
        assert.ok(0 <= start && start <= end && end <= text.length);
      }
    }),
    { numRuns: fuzzRuns(300) },
  );
});

function spans(parsed: ParsedLock) {
  if (parsed.kind === 'unreadable') return [parsed.model.at];
  const { faults, graphFaults, nodes, rootSpan, versionSpan } = parsed.model;
  const nodeSpans = [...nodes.values()].flatMap((node) => [node.span, node.keySpan]);
  return [...faults, ...graphFaults].map(({ at }) => at).concat(nodeSpans, rootSpan, versionSpan);
}

/**
 * Refusals of nodes that are well formed as JSON. Rules judge those: attributes a scheme lacks, demands or wants
 * as a string, and inputs that are not locked. Version 4 is read for flake-compat alone, and some Nix abort
 * (an assertion, no exception) on a lock without a root or a type.
 */
const JUDGED_BY_RULES =
  /unsupported [a-z]* ?input attribute '|input attribute '[^']*' (?:is not a string|not supported by scheme)|has unsupported version 4|contains (?:mutable lock|unlocked input)|Assertion `|std::terminate/;

for (const version of ['2.8', '2.26', '2.34'] as const) {
  const nix = findNix(version);
  describe(`real Nix ${version}`, { skip: nix.skip }, () => {
    test('reads what we read: mutated locks', () => {
      const samples = fc.sample(mutated, { numRuns: fuzzRuns(25), seed: 11 });
      assertAgreement(version, nix.command, [...new Set(samples)]);
    });
    const locks = corpus('locks');
    test('reads what we read: real locks', { skip: locks.skip }, () => {
      const names = readdirSync(locks.path).filter((name) => name.endsWith('.lock'));
      const every = Math.max(1, Math.floor(names.length / fuzzRuns(25)));
      const texts = names
        .filter((_, index) => index % every === 0)
        .map((name) => readFileSync(join(locks.path, name), 'utf8'));
      assertAgreement(version, nix.command, texts);
    });
  });
}

/**
 * Asks real Nix to read each lock beside a flake without inputs: it reads every node that the root reaches
 * and fetches nothing. What it accepts we must read without a fault; what it refuses we must fault, unless
 * a rule judges that.
 */
function assertAgreement(
  version: NixVersion,
  command: readonly string[],
  texts: readonly string[],
): void {
  const here = scratch();
  const flake = join(here.path, 'flake');
  mkdirSync(flake);
  writeFileSync(join(flake, 'flake.nix'), '{ outputs = _: { x = 1; }; }\n');
  const [program = ''] = command;
  try {
    for (const text of texts) {
      writeFileSync(join(flake, 'flake.lock'), text);
      const answer = spawnSync(
        program,
        [
          'nix',
          '--store',
          join(here.path, 'store'),
          'eval',
          '--no-write-lock-file',
          `path:${flake}#x`,
        ],
        {
          cwd: here.path,
          encoding: 'utf8',
          timeout: 60_000,
          env: {
            PATH: process.env['PATH'] ?? '',
            HOME: here.path,
            NIX_TEST_HOME: here.path,
            NIX_CONFIG:
              'experimental-features = nix-command flakes\nbuild-users-group =\nsubstitute = false',
          },
        },
      );
      const accepts = answer.stdout.trim() === '1';
      const complaint = ourComplaint(text);
      if (accepts) assert.equal(complaint, undefined, `Nix ${version} accepts:\n${text}`);
      else if (complaint === undefined) {
        assert.match(answer.stderr, JUDGED_BY_RULES, `Nix ${version} refuses:\n${text}`);
      }
    }
  } finally {
    if (existsSync(join(here.path, 'store'))) spawnSync('chmod', ['-R', 'u+w', here.path]);
    rmSync(here.path, { recursive: true, force: true });
  }
}

/** Why we would not trust the reading of a lock; undefined when it is read without a fault. */
function ourComplaint(text: string): string | undefined {
  const parsed = parseFlakeLock(text, 'flake');
  if (parsed.kind === 'unreadable') return parsed.model.problem;
  const { faults, graphFaults } = parsed.model;
  const refused = graphFaults.find(
    ({ reason }) => reason === 'missing-node' || reason === 'edge-to-root',
  );
  return faults[0]?.message ?? refused?.message;
}
