// Measures the NAR hash of a directory against `nix hash path` on the same directory.
// Usage: npx tsc && node bench/nar-hash.mjs <directory>     Budget: within 1.3 times, process start aside.
import { spawnSync } from 'node:child_process';
import { nodeFileTree } from '../build/src/host/file-tree.js';
import { formatHash } from '../build/src/nix/hash.js';
import { narDigest } from '../build/src/nix/nar.js';

const directory = process.argv[2];
if (directory === undefined) {
  console.error('usage: node bench/nar-hash.mjs <directory>');
  process.exit(2);
}

let ours = '';
let theirs = '';
const own = best(() => {
  const { sha256 } = narDigest(nodeFileTree(), directory);
  ours = formatHash({ algorithm: 'sha256', bytes: sha256 }, 'sri');
});
const start = best(() => nix('--version'));
const nixTime = best(() => {
  theirs = nix('--extra-experimental-features', 'nix-command', 'hash', 'path', directory);
});
console.log(`ours ${own.toFixed(2)} s, nix ${(nixTime - start).toFixed(2)} s without its start`);
console.log(
  `ratio ${(own / (nixTime - start)).toFixed(2)} (budget 1.3), ${ours === theirs ? 'same hash' : 'DIFFERENT HASH'}`,
);

function nix(...args) {
  return spawnSync('nix', args, { encoding: 'utf8' }).stdout.trim();
}

function best(work) {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = performance.now();
      work();
      return (performance.now() - before) / 1000;
    }),
  );
}
