// Measures the secret scanner on real derivations against a plain loop over the same bytes.
// Usage: npm run typecheck && npx tsc && node bench/secret-scan.mjs <directory with .drv files>
// Get one by unpacking drv-store.tar.xz of the corpora. Prints CPU time, which other work on the
// machine disturbs less than wall time.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from '../build/src/secrets/scan.js';

const directory = process.argv[2];
if (directory === undefined) {
  console.error('usage: node bench/secret-scan.mjs <directory with .drv files>');
  process.exit(2);
}

const files = readdirSync(directory).filter((name) => name.endsWith('.drv'));
let texts = [];
const reading = cpu(() => {
  texts = files.map((name) => readFileSync(join(directory, name), 'latin1'));
});
const bytes = texts.reduce((sum, text) => sum + text.length, 0);
let sum = 0;
let hits = 0;

/** What any program that looks at every character pays. */
function touch() {
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  }
}

function scanAll() {
  for (const text of texts) hits += scan(text).length;
}

touch();
const touching = Math.min(cpu(touch), cpu(touch), cpu(touch));
scanAll();
const scanning = Math.min(cpu(scanAll), cpu(scanAll), cpu(scanAll));

const rate = (seconds) => `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${hits} hits (${sum & 1})`);
console.log(`read the files      ${reading.toFixed(2)} s  ${rate(reading)}`);
console.log(`touch each character ${touching.toFixed(2)} s  ${rate(touching)}`);
console.log(`scan for secrets    ${scanning.toFixed(2)} s  ${rate(scanning)}`);
console.log(
  `scan / read ${(scanning / reading).toFixed(2)}   peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);

/** Seconds of CPU a function takes, in this process and the kernel. */
function cpu(work) {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
}
