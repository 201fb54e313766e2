// How much CPU time it takes to read Nix code, per byte, beside `nix-instantiate --parse` on the same files, and how the
// time grows with the size. Run `npx tsc` first. Usage: node bench/nix-parse.mjs [folder of .nix files]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNix } from '../build/src/parse/nix/parse.js';
import { nixSettings } from '../build/src/parse/nix/settings.js';

const corpora = process.env.NSL_CORPORA ?? join(process.cwd(), '..', 'shared', 'corpora');
const folder = process.argv[2] ?? join(corpora, 'modules');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.nix'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** Least CPU time of several runs in milliseconds; garbage collection counts. */
function best(runs, work) {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** CPU milliseconds of `nix-instantiate --parse`, or undefined when it refuses a file. */
function nix(list) {
  const script = 'TIMEFORMAT="%U %S"; time nix-instantiate --parse "$@" > /dev/null 2> /dev/null';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...list], {
    encoding: 'utf8',
  });
  const [user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  return status === 0 ? (user + system) * 1000 : undefined;
}

/** Least of several measurements. */
function least(runs, measure) {
  return Math.min(...Array.from({ length: runs }, measure));
}

const texts = files.map((file) => readFileSync(file, 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const perMegabyte = (ms) => `${((ms / bytes) * 1e6).toFixed(0)} ms/MB`;

const cold = best(1, () => texts.map(parseNix));
const warm = best(5, () => texts.map(parseNix));
const trees = texts.map(parseNix);
const settings = best(3, () => trees.map((tree) => nixSettings(tree.root)));
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`);
console.log(`parse, first time   ${perMegabyte(cold)}`);
console.log(`parse, warm         ${perMegabyte(warm)}`);
console.log(`settings, warm      ${perMegabyte(settings)}`);

const accepted = files.filter((file) => nix([file]) !== undefined);
const place = mkdtempSync(join(tmpdir(), 'bench-nix-'));
const empty = join(place, 'empty.nix');
writeFileSync(empty, '1');
const start = least(5, () => nix([empty]));
const real = least(3, () => nix(accepted)) - start;
console.log(
  `nix-instantiate     ${perMegabyte(real)} (${accepted.length} files in one process, start of ${start.toFixed(0)} ms taken off)`,
);
console.log(
  `ratio               ${(cold / real).toFixed(2)} first time, ${(warm / real).toFixed(2)} warm`,
);

const unit = `[ ${texts
  .slice(0, 200)
  .map((text) => (parseNix(text).errors.length === 0 ? `(${text}\n)` : ''))
  .join('\n')} ]`;
const size = (factor) => `[ ${`${unit}\n`.repeat(factor)} ]`;
let before = 0;
for (const factor of [1, 2, 4, 8]) {
  const text = size(factor);
  const ms = best(3, () => parseNix(text));
  const growth = before === 0 ? '' : ` ×${(ms / before).toFixed(2)}`;
  console.log(`${(text.length / 1e6).toFixed(1)} MB in one file     ${ms.toFixed(0)} ms${growth}`);
  before = ms;
}

const hostile = {
  'a.a.a…': 'a.'.repeat(1e6) + 'a',
  '/*/*/*…': '/*'.repeat(1e6),
  '<a<a<a…': '<a'.repeat(1e6),
  "''''''…": "''".repeat(1e6),
  '(((…': '('.repeat(1e6),
  '"${"${…': '"${'.repeat(1e6),
  'a=b;…': `{ ${'a=b;'.repeat(5e5)} }`,
  spaces: `''${' '.repeat(4e6)}`,
  '$$$…': `"${'$'.repeat(4e6)}"`,
  digits: '1'.repeat(4e6),
};
for (const [name, text] of Object.entries(hostile)) {
  const half = best(1, () => parseNix(text.slice(0, text.length / 2)));
  const whole = best(1, () => parseNix(text));
  console.log(
    `${name.padEnd(10)} ${(text.length / 1e6).toFixed(1)} MB  ${whole.toFixed(0)} ms (half of it ${half.toFixed(0)} ms)`,
  );
}
