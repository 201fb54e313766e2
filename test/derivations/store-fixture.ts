import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import type { Store } from '../../src/model/store.ts';
import { writeAterm } from '../../src/parse/derivation/write.ts';
import type { DerivationParts } from '../../src/parse/derivation/write.ts';

/** A store directory made by hand: digests are numbers, so paths are known before contents. */
export type HandMadeStore = {
  readonly store: Store;
  readonly directory: string;
  /** Base name of the object with this number and name. */
  readonly base: (number: number, name: string) => string;
  readonly path: (number: number, name: string) => string;
  /** Writes a derivation and returns its path. */
  readonly derivation: (number: number, name: string, parts?: Parts) => string;
  readonly remove: () => void;
};

type Parts = Partial<Omit<DerivationParts, 'inputDrvs' | 'env'>> & {
  readonly inputs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

export function handMadeStore(): HandMadeStore {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  const base = (number: number, name: string): string =>
    `${String(number).padStart(32, '0')}-${name}`;
  const path = (number: number, name: string): string => `/nix/store/${base(number, name)}`;
  return {
    store: { files: nodeFileTree(), directory, names: ['/nix/store', directory] },
    directory,
    base,
    path,
    derivation(number, name, parts = {}) {
      writeFileSync(join(directory, base(number, `${name}.drv`)), derivationText(parts), 'latin1');
      return path(number, `${name}.drv`);
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The text of a derivation with what the test says and defaults for the rest. */
export function derivationText({ inputs = [], env = {}, ...parts }: Parts): string {
  const output = { name: 'out', path: '', methodAlgo: '', hash: '' };
  return writeAterm({
    outputs: [output],
    inputSrcs: [],
    platform: 'x86_64-linux',
    builder: '/bin/sh',
    args: [],
    ...parts,
    inputDrvs: new Map(inputs.map((input) => [input, { outputs: ['out'], dynamic: new Map() }])),
    env: new Map(Object.entries(env)),
  });
}
