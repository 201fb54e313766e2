// Fails when something generated is not what its sources give: rebuilds it and compares, new and removed files included.
// Usage: node scripts/check-generated.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const problems = [];
compareFolders('dist', (folder) => run('scripts/bundle.mjs', folder), 'npm run bundle');
run('scripts/docs.mjs', '--check');
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}
console.log('everything generated is current');

function run(script, argument) {
  const { status } = spawnSync(process.execPath, [script, argument], { stdio: 'inherit' });
  if (status !== 0) problems.push(`${script} ${argument} failed`);
}

function compareFolders(committed, build, command) {
  const fresh = mkdtempSync(join(tmpdir(), 'generated-'));
  build(fresh);
  const names = new Set([...files(committed), ...files(fresh)]);
  for (const name of [...names].sort()) {
    const here = read(join(committed, name));
    const there = read(join(fresh, name));
    if (here === there) continue;
    const what = here === undefined ? 'missing' : there === undefined ? 'left over' : 'out of date';
    problems.push(`${committed}/${name} is ${what}: run \`${command}\` and commit the result`);
  }
  rmSync(fresh, { recursive: true, force: true });
}

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile());
}

function read(file) {
  try {
    return `${statSync(file).mode & 0o111 ? 'x' : '-'}${readFileSync(file, 'latin1')}`;
  } catch {
    return undefined;
  }
}
