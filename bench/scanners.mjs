// Measures a scan of derivations as a user runs it beside public secret scanners that are installed: gitleaks.
// Usage: npm run bundle && node bench/scanners.mjs <directory with .drv files and nothing else> [copies]
// Each runs as a process of its own, the best of three counts. `copies` scans that many links to each file, to show
// growth. Budget: at least 15 times faster than gitleaks. Needs GNU time.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [given, copies = '1'] = process.argv.slice(2);
if (given === undefined) {
  console.error('usage: node bench/scanners.mjs <directory with .drv files> [copies]');
  process.exit(2);
}
const directory = resolve(given);
const cli = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'cli.js');
const empty = mkdtempSync(join(tmpdir(), 'scanners-'));
const many = Number(copies) > 1 ? multiplied(Number(copies)) : undefined;
try {
  compare(many ?? directory);
} finally {
  for (const made of [empty, many]) if (made) rmSync(made, { recursive: true, force: true });
}

function compare(where) {
  const own = best([process.execPath, cli, empty, '--drv', where, '--format', 'json'], jsonCount);
  show('this', own);
  const report = join(empty, 'report.json');
  const options = ['--no-banner', '--log-level', 'error', '--exit-code', '0'];
  const gitleaks = best(
    ['gitleaks', 'dir', where, ...options, '--report-format', 'json', '--report-path', report],
    () => JSON.parse(readFileSync(report, 'utf8')).length,
  );
  if (gitleaks === undefined) {
    console.log('gitleaks is not installed: nothing to compare with');
    return;
  }
  show('gitleaks', gitleaks);
  console.log(`CPU   ${(gitleaks.cpu / own.cpu).toFixed(1)} times faster (budget 15)`);
  console.log(`wall  ${(gitleaks.wall / own.wall).toFixed(1)} times faster`);
}

function show(name, { cpu, wall, peak, findings }) {
  const figures = `${cpu.toFixed(2)} s CPU  ${wall.toFixed(2)} s wall  ${peak.toFixed(0)} MB`;
  console.log(`${name.padEnd(10)} ${figures}  ${findings} findings`);
}

function jsonCount(stdout) {
  return JSON.parse(stdout).findings.length;
}

/** The run with the least CPU time of three, or undefined when the program is not there. */
function best([program, ...args], count) {
  if (spawnSync(program, ['--help']).error) return undefined;
  const runs = [1, 2, 3].map(() => {
    const words = ['-f', '%e %U %S %M', program, ...args];
    const run = spawnSync('/usr/bin/time', words, { encoding: 'utf8', cwd: empty, maxBuffer: 1e9 });
    const figures = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    const [wall, user, system, kilobytes] = figures;
    return { wall, cpu: user + system, peak: kilobytes / 1024, findings: count(run.stdout) };
  });
  return runs.toSorted((left, right) => left.cpu - right.cpu)[0];
}

/** A directory with so many links to each derivation, under names of the same form. */
function multiplied(times) {
  const folder = mkdtempSync(`${directory}-times-`);
  for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.drv'))) {
    linkSync(join(directory, name), join(folder, name));
    for (let copy = 1; copy < times; copy++) {
      const other = `${name.slice(0, -'.drv'.length)}-${copy}.drv`;
      linkSync(join(directory, name), join(folder, other));
    }
  }
  return folder;
}
