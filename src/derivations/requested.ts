import type { Host, StoreHost } from '../model/host.ts';
import type { NotChecked } from '../model/report.ts';
import type { Options } from '../options.ts';
import { readClosure } from './closure.ts';
import { evaluate } from './evaluate.ts';
import { derivationsOfInput, givenDerivations } from './given.ts';
import { createGraph } from './graph.ts';
import { locateLiteral } from './literal.ts';
import { scanDerivations } from './scan.ts';
import type { DerivationScan, Judging } from './scan.ts';

export type RequestedScan = DerivationScan & {
  readonly notChecked: readonly NotChecked[];
  readonly notes: readonly string[];
};

const nothing: RequestedScan = {
  judged: [],
  texts: new Map(),
  provenance: new Map(),
  derivations: 0,
  outputs: [],
  notChecked: [],
  notes: [],
};

/** A hand-written Nix file is smaller; a generated one is where nobody wrote a secret. */
const MAX_NIX_BYTES = 2 * 1024 * 1024;

/** Scans what the options name with `drv` and `eval`; nothing when they name nothing. */
export function scanRequested(
  options: Options,
  host: Host,
  judging: Omit<Judging, 'locate'>,
): RequestedScan {
  const { store } = host;
  if (store === undefined || (options.drv === undefined && options.eval === undefined)) {
    return nothing;
  }
  const locating = { ...judging, locate: literalFinder(host) };
  const scans = (options.drv ?? []).map((path): RequestedScan => {
    const given =
      path === '-' ? derivationsOfInput(store.input) : givenDerivations(store.files, path);
    const { documents, graph } = given;
    store.progress(`scanning ${path === '-' ? 'standard input' : path}`);
    return { ...nothing, ...scanDerivations(documents, graph, locating) };
  });
  if (options.eval) scans.push(scanEvaluated(options.eval, host, store, locating));
  return scans.reduce(together, nothing);
}

/** Looks values up in the Nix files of the repository, and what was copied in files of the same name. */
function literalFinder(host: Host): NonNullable<Judging['locate']> {
  const known = new Map<string, readonly Source[]>();
  const named = (isWanted: (path: string) => boolean, key: string): readonly Source[] => {
    const sources = known.get(key) ?? trackedTexts(host, isWanted);
    known.set(key, sources);
    return sources;
  };
  return (value, file) => {
    const sources = [...named((path) => path.endsWith('.nix'), '')];
    if (file !== undefined && !file.endsWith('.nix')) {
      sources.push(...named((path) => path === file || path.endsWith(`/${file}`), file));
    }
    const place = locateLiteral(value, sources);
    const source = sources.find(({ path }) => path === place?.path);
    return place && source && { ...place, text: source.text };
  };
}

type Source = { readonly path: string; readonly text: string };

function trackedTexts(host: Host, isWanted: (path: string) => boolean): Source[] {
  const listing = host.list();
  if (!listing.ok) return [];
  const paths = listing.entries.filter(({ type, path }) => type === 'file' && isWanted(path));
  return paths.flatMap(({ path }) => {
    const read = host.read(path, MAX_NIX_BYTES);
    return read.ok ? [{ path, text: read.text }] : [];
  });
}

function scanEvaluated(
  installables: readonly string[],
  host: Host,
  store: StoreHost,
  judging: Judging,
): RequestedScan {
  const listing = host.list();
  if (!listing.ok) return nothing;
  const scratch = store.scratch();
  try {
    const { directory, files, environment, clock, progress } = store;
    const made = evaluate(
      { exec: host.exec, scratch, environment, clock, nix: ['nix'], jobs: ['nix-eval-jobs'] },
      { directory, entries: listing.entries, installables, files, progress },
    );
    const graph = createGraph(made.roots);
    progress(`scanning what ${made.roots.length} outputs need`);
    const scan = scanDerivations(readClosure(made.store, graph), graph, judging);
    const notChecked = made.notEvaluated.map(({ subject, why }) => ({
      rule: 'eval',
      subject,
      path: 'flake.nix',
      why,
    }));
    return { ...scan, notChecked, notes: made.notes };
  } finally {
    scratch.remove();
  }
}

function together(left: RequestedScan, right: RequestedScan): RequestedScan {
  return {
    judged: [...left.judged, ...right.judged],
    texts: new Map([...left.texts, ...right.texts]),
    provenance: new Map([...left.provenance, ...right.provenance]),
    derivations: left.derivations + right.derivations,
    outputs: [...new Set([...left.outputs, ...right.outputs])],
    notChecked: [...left.notChecked, ...right.notChecked],
    notes: [...left.notes, ...right.notes],
  };
}
