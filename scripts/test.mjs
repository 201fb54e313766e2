// Compiles the TypeScript once and runs every test with node's own runner, on Node 20 as on 24.
// Usage: node scripts/test.mjs [substring of a test path]... [--update] [-- node test flags]
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const args = process.argv.slice(2);
const cut = args.indexOf('--');
const nodeFlags = cut < 0 ? [] : args.slice(cut + 1);
const own = cut < 0 ? args : args.slice(0, cut);
const filters = own.filter((arg) => !arg.startsWith('--'));

rmSync('build', { recursive: true, force: true });
const tsc = spawnSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc')], {
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

const files = readdirSync(join('build', 'test'), { recursive: true })
  .map((name) => join('build', 'test', String(name)))
  .filter((name) => name.endsWith('.test.js'))
  .filter((name) => filters.length === 0 || filters.some((part) => name.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${filters.join(', ')}`);
  process.exit(1);
}

const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...nodeFlags, ...files],
  {
    stdio: 'inherit',
    env: own.includes('--update') ? { ...process.env, UPDATE: '1' } : process.env,
  },
);
process.exit(run.status ?? 1);
