// Measures a scan of derivations, all drv and secret rules on, against a plain loop that reads the same files.
// Usage: npx tsc && node bench/drv-scan.mjs <directory with .drv files>
// Get one by unpacking drv-store.tar.xz of the corpora. Each measurement is a process of its own; the best of
// three counts, by CPU time, which other work on the machine disturbs less than wall time.
// Budgets: at most 3 times the plain loop, below 400 MB, twice the files in at most 2.1 times the time.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [directory, mode] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: node bench/drv-scan.mjs <directory with .drv files>');
  process.exit(2);
}
if (mode === undefined) compare(directory);
else await measure(directory, mode);

/** Prints CPU seconds, wall seconds, peak memory and what was done as JSON. */
async function measure(where, what) {
  const work = what === 'read' ? readAll : await scanner();
  const before = process.cpuUsage();
  const started = performance.now();
  const done = work(where);
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, wall, peak, done }));
}

function readAll(where) {
  let bytes = 0;
  const names = readdirSync(where).filter((name) => name.endsWith('.drv'));
  for (const name of names) bytes += readFileSync(join(where, name)).length;
  return `${names.length} files, ${(bytes / 1e6).toFixed(0)} MB`;
}

async function scanner() {
  const build = join(dirname(fileURLToPath(import.meta.url)), '..', 'build', 'src');
  const { readEveryDerivation } = await import(join(build, 'derivations', 'closure.js'));
  const { scanDerivations } = await import(join(build, 'derivations', 'scan.js'));
  const { nodeFileTree } = await import(join(build, 'host', 'file-tree.js'));
  const { defaultPolicy } = await import(join(build, 'model', 'policy.js'));
  const { allRules } = await import(join(build, 'rules', 'index.js'));
  const now = new Date();
  const judging = { rules: allRules, context: { now, policy: defaultPolicy }, secrets: { now } };
  return (where) => {
    const store = { files: nodeFileTree(), directory: where, names: ['/nix/store'] };
    const scan = scanDerivations(readEveryDerivation(store), undefined, judging);
    return `${scan.derivations} derivations, ${scan.judged.length} problems`;
  };
}

function compare(where) {
  const read = best(where, 'read');
  const scan = best(where, 'scan');
  const half = halved(where, (folder) => best(folder, 'scan'));
  const line = (name, { cpu, wall, peak, done }) =>
    console.log(
      `${name.padEnd(14)} ${cpu.toFixed(2)} s CPU  ${wall.toFixed(2)} s wall  ${peak.toFixed(0)} MB  ${done}`,
    );
  line('read', read);
  line('scan', scan);
  line('scan of half', half);
  console.log(`scan / read        ${(scan.cpu / read.cpu).toFixed(2)} (budget 3)`);
  console.log(`twice the files    ${(scan.cpu / half.cpu).toFixed(2)} (budget 2.1)`);
}

function best(where, what) {
  const runs = [1, 2, 3].map(() => {
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), where, what], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(run.stdout);
  });
  return runs.reduce((left, right) => (right.cpu < left.cpu ? right : left));
}

/** A directory beside the first with links to every second derivation. */
function halved(where, work) {
  const folder = mkdtempSync(`${where.replace(/\/$/, '')}-half-`);
  try {
    const names = readdirSync(where, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const [index, { name }] of names.entries()) {
      if (index % 2 === 0 || !name.endsWith('.drv'))
        linkSync(join(where, name), join(folder, name));
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
