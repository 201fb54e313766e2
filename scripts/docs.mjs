// Writes everything in docs/ and schemas/ that follows from the code; with --check it only compares.
// Usage: node scripts/docs.mjs [--check]
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const bundle = join('build', 'docs.mjs');
await build({
  entryPoints: ['scripts/docs/pages.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { generatedFiles } = await import(pathToFileURL(bundle).href);

const isCheck = process.argv.includes('--check');
let stale = 0;
for (const { path, text } of await generatedFiles()) {
  if (read(path) === text) continue;
  stale++;
  if (isCheck) console.error(`${path} is out of date: run \`npm run docs\` and commit the result`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
if (isCheck && stale > 0) process.exit(1);

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
