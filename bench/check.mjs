// Measures `check` on locks, each figure as a ratio to something anybody has. Run on a quiet machine.
// Usage: node bench/check.mjs [folder with *.lock files]   (without one, a generated set is used)
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';

const cli = resolve('dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const corpus = process.argv[2];

try {
  one();
  many(corpus === undefined ? generated(400) : real(corpus));
  growth();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** One lock, whole process, beside a process that does nothing. */
function one() {
  const folder = repository('one', [lock(20)]);
  const [nothing, check] = interleaved(31, [() => timed(['-e', '0']), () => timed([cli, folder])]);
  const [ours, theirs] = [
    median(check.map((run) => run.wall)),
    median(nothing.map((run) => run.wall)),
  ];
  const peak = Math.max(...check.map((run) => run.peak));
  line(
    'one lock, whole process',
    `${ratio(ours, theirs)} of \`node -e 0\` (${ms(ours)} : ${ms(theirs)})`,
  );
  line('  peak memory', `${Math.round(peak / 1024)} MB`);
}

/** 400 locks in one run, against reading and JSON-parsing the same files. */
function many(texts) {
  const folder = repository('many', texts);
  const loop =
    `const fs=require('fs'),p=require('path');let n=0;for(const d of fs.readdirSync(${JSON.stringify(folder)})){` +
    `try{JSON.parse(fs.readFileSync(p.join(${JSON.stringify(folder)},d,'flake.lock'),'utf8'));n++}catch{}}console.log(n)`;
  const [plain, check] = interleaved(7, [() => timed(['-e', loop]), () => timed([cli, folder])]);
  const cpu = median(check.map((run) => run.cpu));
  line(
    `${texts.length} locks in one run`,
    `${ms(cpu)} CPU, ${ratio(cpu, median(plain.map((run) => run.cpu)))} of a loop of JSON.parse`,
  );
}

/** One lock of 100, 1,000 and 10,000 nodes: time per node should not grow. */
function growth() {
  let first;
  for (const nodes of [100, 1000, 10_000]) {
    const folder = repository(`growth-${nodes}`, [lock(nodes)]);
    const runs = interleaved(7, [() => timed([cli, '--format', 'json', folder])])[0];
    const base = median(interleaved(7, [() => timed([cli, '--version'])])[0].map((run) => run.cpu));
    const cpu = Math.max(0, median(runs.map((run) => run.cpu)) - base);
    first ??= cpu / nodes;
    line(
      `${nodes} nodes in one lock`,
      `${ms(cpu)} CPU beyond start-up, ${(cpu / nodes / first).toFixed(2)}× per node`,
    );
  }
}

function interleaved(times, actions) {
  const results = actions.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [index, action] of actions.entries()) results[index].push(action());
  }
  return results;
}

/** Wall seconds, CPU seconds and peak kilobytes of one child process and nothing else. */
function timed(args) {
  const started = performance.now();
  const child = spawnSync('/usr/bin/time', ['-f', '%U %S %M', process.execPath, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (child.error) throw new Error('GNU time is needed: install the package `time`');
  const wall = (performance.now() - started) / 1000;
  const figures = child.stderr.trim().split('\n').at(-1) ?? '';
  const [user = 0, system = 0, peak = 0] = figures.split(/\s+/).map(Number);
  return { wall, cpu: user + system, peak };
}

function repository(name, texts) {
  const folder = join(work, name);
  for (const [index, text] of texts.entries()) {
    const flake = join(folder, `flake-${index}`);
    mkdirSync(flake, { recursive: true });
    writeFileSync(join(flake, 'flake.lock'), text);
  }
  return folder;
}

function real(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.lock'))
    .slice(0, 400)
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function generated(count) {
  return Array.from({ length: count }, (_, index) => lock(5 + (index % 40)));
}

/** A healthy lock: a tree of inputs three wide. */
function lock(size) {
  const nodes = {};
  for (let index = 0; index < size; index++) {
    const id = createHash('sha256').update(String(index)).digest();
    const children = [3 * index + 1, 3 * index + 2, 3 * index + 3].filter((child) => child < size);
    const inputs = Object.fromEntries(children.map((child) => [`i${child}`, `n${child}`]));
    const source = { owner: `owner${index}`, repo: `repo${index}`, type: 'github' };
    const locked = {
      lastModified: 1_750_000_000,
      narHash: `sha256-${id.toString('base64')}`,
      rev: id.toString('hex').slice(0, 40),
      ...source,
    };
    nodes[index === 0 ? 'root' : `n${index}`] =
      index === 0 ? { inputs } : { inputs, locked, original: source };
  }
  return `${JSON.stringify({ nodes, root: 'root', version: 7 }, null, 2)}\n`;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function ratio(a, b) {
  return `${(a / b).toFixed(2)}×`;
}

function ms(seconds) {
  return `${(seconds * 1000).toFixed(0)} ms`;
}

function line(what, figure) {
  console.log(`${what.padEnd(28)} ${figure}`);
}
