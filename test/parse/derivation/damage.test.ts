import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDerivation } from '../../../src/model/derivation.ts';
import { parseAterm } from '../../../src/parse/derivation/aterm.ts';
import { parseDerivationJson } from '../../../src/parse/derivation/json.ts';
import { nixVersions } from '../../nix/real-nix.ts';

const at = (digit: string, name: string): string => `/nix/store/${digit.repeat(32)}-${name}`;
const whole = `Derive([("dev","${at('0', 'x-dev')}","",""),("out","${at('0', 'x')}","","")],[("${at('1', 'a.drv')}",["dev","out"]),("${at('2', 'b.drv')}",["out"])],["${at('3', 'src')}"],"x86_64-linux","/bin/sh",["-c","a \\"\\\\\\n\\q"],[("dev","${at('0', 'x-dev')}"),("name","x"),("t","a\\tb")])`;

/** Each punctuation mark of the file missing, doubled, or in the place of the one before. */
function damaged(): string[] {
  const marks = [...whole.matchAll(/[()[\]",]|Derive/g)].map(({ index }) => index);
  const texts = marks.flatMap((mark) => [
    whole.slice(0, mark) + whole.slice(mark + 1),
    whole.slice(0, mark) + whole.charAt(mark) + whole.slice(mark),
    whole.slice(0, mark - 1) + whole.slice(mark),
  ]);
  return [...new Set([whole, ...texts])];
}

/** What Nix says of a file it could read: that what the file names is not there. */
const readButOdd = /should be|No such file|incorrect output|does not exist|is not valid\b/;
/** Nix does without the comma between items of a list; it never leaves it out. Refusing is the safe side. */
const lenient = /expected `,`|expected `\]`/;
/** What a reader that knows no store does not judge. */
const badPath = /in the Nix store|base-32|illegal character|too short|bad path|absolute path/;

for (const { version, skip, run } of nixVersions) {
  test(
    `differential: Nix ${version} reads what this reader reads of damaged files`,
    { skip },
    () => {
      const directory = mkdtempSync(join(tmpdir(), 'damage-'));
      try {
        const env = {
          NIX_CONFIG:
            'build-users-group =\nfsync-metadata = false\nexperimental-features = nix-command',
        };
        // Every eleventh: a process each. An open string makes old releases read for ever.
        const texts = damaged().filter((text, index) => {
          const result = parseAterm(text);
          return (
            index % 11 === 0 && (isDerivation(result) || !result.problem.includes('closing quote'))
          );
        });
        const seen = { read: 0, refused: 0 };
        for (const [index, text] of texts.entries()) {
          const file = join(directory, `m${index}.drv`);
          writeFileSync(file, text, 'latin1');
          const store = join(directory, 'root');
          const said = run(['nix-store', '--store', store, '--add', file], { cwd: directory, env });
          if (badPath.test(said.stderr)) continue;
          const readable = said.status === 0 || readButOdd.test(said.stderr);
          const ours = parseAterm(text);
          if (isDerivation(ours)) assert.ok(readable, `${text}\n${said.stderr}`);
          else if (readable) assert.match(ours.problem, lenient, text);
          seen[readable ? 'read' : 'refused']++;
        }
        assert.ok(seen.read > 0 && seen.refused > 10, JSON.stringify(seen));
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    },
  );
}

const hash = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
/** One derivation as the formats 1 to 4 write it. */
const documents: readonly unknown[] = [
  {
    [at('1', 'a.drv')]: {
      args: ['-c', 'x'],
      builder: '/bin/sh',
      env: { A: 'b' },
      inputDrvs: { [at('2', 'b.drv')]: { dynamicOutputs: { out: { outputs: ['x'], dynamicOutputs: {} } }, outputs: ['out'] } },
      inputSrcs: [at('3', 'src')],
      name: 'a',
      outputs: { out: { path: at('4', 'a'), hash: '0'.repeat(64), hashAlgo: 'r:sha256' } },
      system: 'x86_64-linux',
    },
  },
  {
    derivations: {
      [`${'1'.repeat(32)}-a.drv`]: {
        args: [],
        builder: '/bin/sh',
        env: {},
        inputs: { drvs: { [`${'2'.repeat(32)}-b.drv`]: { dynamicOutputs: {}, outputs: ['out'] } }, srcs: [`${'3'.repeat(32)}-src`] },
        name: 'a',
        outputs: { out: { hash: `sha256-${hash}`, method: 'nar' } },
        structuredAttrs: { a: [1, { b: null }] },
        system: 'x86_64-linux',
        version: 4,
      },
    },
    version: 4,
  },
]; // prettier-ignore

const wrong: readonly unknown[] = [null, true, 7, 'text', '', [], [null], {}, { a: null }, [[]]];

/** The value with each place in turn, the top included, holding each wrong thing, or left out. */
function* replaced(value: unknown): Iterable<unknown> {
  yield* wrong;
  if (Array.isArray(value)) {
    for (const index of value.keys()) {
      for (const part of replaced(value[index]))
        yield value.map((item: unknown, other) => (other === index ? part : item));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
      for (const part of replaced(item)) yield { ...value, [name]: part };
    }
  }
}

for (const [index, document] of documents.entries()) {
  test(`JSON shape ${index + 1}: a wrong type anywhere is a fault or does no harm`, () => {
    const [only] = parseDerivationJson(JSON.stringify(document), '/nix/store').derivations;
    assert.ok(only && isDerivation(only.derivation), JSON.stringify(only));
    let faults = 0;
    for (const odd of replaced(document)) {
      const { derivations, fault } = parseDerivationJson(JSON.stringify(odd), '/nix/store');
      for (const { derivation } of derivations) {
        if (isDerivation(derivation)) assert.ok(isDerivation(parseAterm(derivation.text)));
        else faults++;
      }
      if (fault) faults++;
    }
    assert.ok(faults > 100, `${faults} faults`);
  });
}
