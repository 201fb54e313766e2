import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { debugParse } from '../../../src/parse/nix/debug.ts';
import { parseNix } from '../../../src/parse/nix/parse.ts';
import { printNix } from '../../../src/parse/nix/print.ts';
import { lex } from '../../../src/parse/nix/lex.ts';
import { T } from '../../../src/parse/nix/token.ts';
import { fuzzRuns } from '../../fuzz.ts';
import { brokenProgram, program } from './grammar.ts';
import { home, realNix, type RealNix } from './real-nix.ts';

const corpora = process.env['NSL_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');
const runs = fuzzRuns(60);

/** Why Nix may refuse a file that we accept. */
function explanation(nix: RealNix, text: string): string | undefined {
  const piped = lex(text).kinds.some((kind) => kind === T.pipeInto || kind === T.pipeFrom);
  return piped && nix.dialect === '2.8' ? '2.8 has no pipes' : undefined;
}

type Tally = {
  same: number;
  reordered: number;
  refused: number;
  readonly explained: Map<string, number>;
};

/** Compares both readings of files; throws at the first difference that nothing explains. */
function compare(nix: RealNix, files: readonly string[]): Tally {
  const tally: Tally = { same: 0, reordered: 0, refused: 0, explained: new Map() };
  for (const [file, verdict] of nix.parse(files)) {
    const text = readFileSync(file, 'utf8');
    const ours = debugParse(text, dirname(file), home, nix.dialect);
    const shown = `${nix.dialect} on ${file}:\n${text.slice(0, 2000)}`;
    if (verdict.ok && ours.ok) {
      if (verdict.text === ours.text) tally.same++;
      else {
        // 2.8 orders formals and `let` names by address; a later version has to agree to the byte.
        const form = nix.dialect === '2.8' ? canonical : (text: string) => text;
        assert.equal(form(ours.text), form(verdict.text), shown);
        tally.reordered++;
      }
    } else if (!verdict.ok && !ours.ok) tally.refused++;
    else {
      const why = verdict.ok ? undefined : explanation(nix, text);
      assert.notEqual(
        why,
        undefined,
        `${JSON.stringify(verdict)} but ${JSON.stringify(ours)}\n${shown}`,
      );
      tally.explained.set(why ?? '', (tally.explained.get(why ?? '') ?? 0) + 1);
    }
  }
  return tally;
}

/** The same tree prints the same here whatever the order of its formals and `let` names was. */
function canonical(printed: string): string {
  // What 2.8 prints is not always Nix again: names that are keywords stand without quotes, for example.
  const { root, errors } = parseNix(printed);
  if (errors.length > 0) return [...printed].sort().join('');
  return printNix(root, { basePath: '/', home, dialect: '2.34' });
}

function nixFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.nix'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function writeAll(texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nix-parse-'));
  return texts.map((text, index) => {
    const file = join(folder, `${index}.nix`);
    writeFileSync(file, text);
    return file;
  });
}

for (const dialect of ['2.8', '2.34'] as const) {
  const nix = realNix(dialect);
  const noNix = typeof nix === 'string' ? nix : false;
  const noCorpora = existsSync(corpora) ? false : `no corpora at ${corpora}`;

  test(`reads every corpus file as Nix ${dialect} does`, { skip: noNix || noCorpora }, (t) => {
    if (typeof nix === 'string') return;
    const tally = compare(nix, nixFiles(corpora));
    t.diagnostic(JSON.stringify({ ...tally, explained: [...tally.explained] }));
    assert.ok(tally.same + tally.reordered > 400);
  });

  test(`reads generated programs as Nix ${dialect} does`, { skip: noNix }, (t) => {
    if (typeof nix === 'string') return;
    const tally = compare(nix, writeAll(fc.sample(program, runs)));
    t.diagnostic(JSON.stringify({ ...tally, explained: [...tally.explained] }));
    assert.ok(tally.same > 0);
  });

  test(`refuses broken programs as Nix ${dialect} does`, { skip: noNix }, (t) => {
    if (typeof nix === 'string') return;
    const tally = compare(nix, writeAll(fc.sample(brokenProgram, runs)));
    t.diagnostic(JSON.stringify({ ...tally, explained: [...tally.explained] }));
    assert.ok(tally.refused > 0);
  });
}
