import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { chooseFixes, edited } from '../../src/fix/choose.ts';
import { walk } from '../../src/host/walk.ts';
import type { Edit, Finding, Fix } from '../../src/model/finding.ts';
import { defaultOptions } from '../../src/options.ts';
import { run } from '../../src/run.ts';
import { corpus } from '../corpora/corpus.ts';
import { textHost } from '../fixture-host.ts';
import { fillSecrets } from '../secrets/fill.ts';

type Files = Readonly<Record<string, string>>;
type Fixable = Finding & { readonly fix: Fix };

/** What one finding hides because it says the worse about the same words; it comes out once that is settled. */
const uncovered: ReadonlyMap<string, readonly string[]> = new Map([
  ['conf-substituter-insecure', ['conf-substituter-unknown', 'conf-key-cache-mismatch']],
  ['conf-ineffective-setting', ['conf-substituter-unknown', 'conf-key-cache-mismatch']],
]);

/** More rounds than any file of ours needs until no fix is left. */
const maxRounds = 20;

async function lint(files: Files): Promise<readonly Finding[]> {
  const outcome = await run({ ...defaultOptions, profile: 'pedantic' }, textHost(files));
  assert.ok(outcome.ok);
  return outcome.report.findings;
}

/** Fixes of the rules about settings and workflows; those of locks and code have tests of their own. */
function fixable(findings: readonly Finding[]): readonly Fixable[] {
  return findings.flatMap((finding) => {
    const { fix, rule } = finding;
    return fix !== undefined && /^(?:ci|conf)-/.test(rule) ? [{ ...finding, fix }] : [];
  });
}

function applied(files: Files, fixes: readonly Finding[]): Files {
  const { files: plans } = chooseFixes(fixes, 'unsafe');
  const texts = plans.map(({ path, edits }) => [path, edited(files[path] ?? '', edits)]);
  return { ...files, ...Object.fromEntries(texts) };
}

/** What is found, place aside, and how often. */
function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, reason, rule, subject } of findings) {
    const key = `${path} ${rule}/${reason} ${subject}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Where an offset of the fixed text was before. */
function offsetBefore(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start + text.length + shift > offset) break;
    shift += text.length - (span.end - span.start);
  }
  return offset - shift;
}

/** Checks each fix alone, then all of them; how many there were. */
async function check(name: string, files: Files): Promise<number> {
  const before = await lint(files);
  const known = counted(before);
  const fixes = fixable(before);
  for (const one of fixes) {
    const about = `${name}: ${one.path} ${one.rule}/${one.reason} ${one.subject}`;
    const after = await lint(applied(files, [one]));
    for (const [key, count] of counted(after)) {
      if (uncovered.get(one.rule)?.some((rule) => key.includes(` ${rule}/`)) === true) continue;
      assert.ok(count <= (known.get(key) ?? 0), `${about} brings ${key}`);
    }
    const same = after.filter(({ path, reason, rule, span }) => {
      const start = offsetBefore(span.start, one.fix.edits);
      return (
        `${rule}/${reason} ${path} ${start}` ===
        `${one.rule}/${one.reason} ${one.path} ${one.span.start}`
      );
    });
    assert.deepEqual(same, [], `${about} is still found`);
  }
  let fixed = files;
  let left = fixes;
  for (let round = 0; left.length > 0 && round < maxRounds; round++) {
    fixed = applied(fixed, left);
    left = fixable(await lint(fixed));
  }
  assert.deepEqual(left, [], `${name}: fixes never end`);
  return fixes.length;
}

function texts(directory: string): Files {
  const paths = walk(directory).map(({ path }) => path);
  const own = paths.filter((path) => !/^\.base\/|^store\/|^expected\.txt$/.test(path));
  return Object.fromEntries(
    own.map((path) => [path, fillSecrets(readFileSync(join(directory, path), 'utf8'))]),
  );
}

describe('a fix, linted again', () => {
  const root = join('fixtures', 'rules');
  for (const id of readdirSync(root).filter((name) => /^(?:ci|conf)-/.test(name))) {
    test(`settles what ${id} finds in its fixtures and brings nothing`, async () => {
      for (const name of readdirSync(join(root, id))) {
        await check(`${id}/${name}`, texts(join(root, id, name)));
      }
    });
  }

  for (const [folder, place] of [
    ['workflows', '.github/workflows/'],
    ['nixconf', 'etc/'],
    ['modules', ''],
  ] as const) {
    const { path, skip } = corpus(folder);
    test(`settles what is found in the corpus of ${folder}`, { skip }, async (context) => {
      let count = 0;
      const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { name } of names) {
        const text = readFileSync(join(path, name), 'utf8');
        const to = folder === 'nixconf' ? `${place}${name}/nix.conf` : `${place}${name}`;
        count += await check(name, { [to]: text });
      }
      context.diagnostic(`${count} fixes`);
      assert.ok(count > 0);
    });
  }
});
