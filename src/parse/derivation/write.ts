import { encodeUtf8, quote } from './strings.ts';

/** Outputs of one input, and what is wanted of those of them that are derivations themselves. */
export type OutputNode = {
  readonly outputs: readonly string[];
  readonly dynamic: ReadonlyMap<string, OutputNode>;
};

/** What a derivation says, decoded and in any order. */
export type DerivationParts = {
  readonly outputs: readonly {
    readonly name: string;
    readonly path: string;
    readonly methodAlgo: string;
    readonly hash: string;
  }[];
  readonly inputDrvs: ReadonlyMap<string, OutputNode>;
  readonly inputSrcs: readonly string[];
  readonly platform: string;
  readonly builder: string;
  readonly args: readonly string[];
  readonly env: ReadonlyMap<string, string>;
};

/**
 * Writes a derivation byte for byte as Nix does (`Derivation::unparse`), as latin1 text: sets sorted by
 * their bytes, nothing but the five escapes. `OutputNode` must not be nested deeper than the reader takes.
 */
export function writeAterm(parts: DerivationParts): string {
  const nested = [...parts.inputDrvs.values()].some((node) => node.dynamic.size > 0);
  const body = [
    list(sortedBy(parts.outputs, ({ name }) => name).map(writeOutput)),
    list(sortedBy([...parts.inputDrvs], ([path]) => path).map(writeInput)),
    strings(parts.inputSrcs.map(encodeUtf8).toSorted(byCodeUnit)),
    text(parts.platform),
    text(parts.builder),
    strings(parts.args.map(encodeUtf8)),
    list(sortedBy([...parts.env], ([name]) => name).map(writePair)),
  ].join(',');
  return nested ? `DrvWithVersion("xp-dyn-drv",${body})` : `Derive(${body})`;
}

function writeOutput(output: DerivationParts['outputs'][number]): string {
  const fields = [output.name, output.path, output.methodAlgo, output.hash];
  return `(${fields.map(text).join(',')})`;
}

function writeInput([path, node]: readonly [string, OutputNode]): string {
  return `(${text(path)},${writeNode(node)})`;
}

function writeNode(node: OutputNode): string {
  const outputs = strings(node.outputs.map(encodeUtf8).toSorted(byCodeUnit));
  if (node.dynamic.size === 0) return outputs;
  const children = sortedBy([...node.dynamic], ([name]) => name);
  const written = children.map(([name, child]) => `(${text(name)},${writeNode(child)})`);
  return `(${outputs},${list(written)})`;
}

function writePair([name, value]: readonly [string, string]): string {
  return `(${text(name)},${text(value)})`;
}

function text(value: string): string {
  return quote(encodeUtf8(value));
}

function strings(latin1: readonly string[]): string {
  return list(latin1.map(quote));
}

function list(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

/** Sorted by the bytes of a key: latin1 text compares by code unit as its bytes do. */
function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: encodeUtf8(key(item)) }));
  return keyed.toSorted((a, b) => byCodeUnit(a.key, b.key)).map(({ item }) => item);
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
