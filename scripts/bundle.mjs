// Builds dist/: one self-contained file per entry, readable, byte-identical for the same sources.
// Usage: node scripts/bundle.mjs [output folder]
import { build } from 'esbuild';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const outdir = process.argv[2] ?? 'dist';
const ALLOWED = /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0)$/;
// CommonJS inside some packages asks for `require` of Node's own modules.
const BANNER =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);";
const entries = [
  ['cli', 'src/cli.ts'],
  ['action', 'src/action.ts'],
];

rmSync(outdir, { recursive: true, force: true });
const packages = new Map();
for (const [name, entry] of entries) {
  const result = await build({
    entryPoints: { [name]: entry },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    logLevel: 'warning',
  });
  for (const input of Object.keys(result.metafile.inputs)) collectPackage(input);
}
writeFileSync(join(outdir, 'licenses.txt'), licences());
chmodSync(join(outdir, 'cli.js'), 0o755);

function collectPackage(input) {
  if (!input.includes('node_modules')) return;
  let folder = dirname(input);
  while (folder !== '.' && readManifest(folder)?.name === undefined) folder = dirname(folder);
  const manifest = readManifest(folder);
  packages.set(`${manifest.name}@${manifest.version}`, {
    folder,
    licence: String(manifest.license),
  });
}

function readManifest(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function licences() {
  let text = 'The files in this folder contain code of these packages.\n\n';
  for (const [id, { folder, licence }] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!ALLOWED.test(licence)) throw new Error(`${id}: licence ${licence} is not on the list`);
    const notices = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    text += `${id}\n${licence}\n\n${notices.join('\n\n')}\n\n${'-'.repeat(80)}\n\n`;
  }
  return text;
}
