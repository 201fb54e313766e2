import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { AcceptanceFault, Weakening } from '../model/policy-review.ts';
import type { NotChecked } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { lineIndex } from '../model/span.ts';
import type { Fault, Loaded } from './fault.ts';
import { relocate, relocateRelated } from './relocate.ts';
import { defaultState, readState, type ReadState } from './state.ts';
import { weakeningsOf } from './weaken.ts';

/** Which policy judges this run, and what became of the other one. */
export type Decided = {
  readonly state: ReadState;
  readonly weakenings: readonly Weakening[];
  /** Moves faults of entries of that policy to where they stand in the working tree. */
  readonly place: (faults: readonly AcceptanceFault[]) => readonly AcceptanceFault[];
  /** The same for entries that findings name as related places. */
  readonly placeRelated: (findings: readonly Finding[]) => readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  /** Policy files of the head that could not be read. */
  readonly unreadable: readonly Document[];
  /** Texts of the head's policy files, by path. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * Without a base the policy of the working tree judges, and its faults are the user's. With a base the
 * base's policy judges, since everything in the working tree may come from the change under review; the
 * head's is only compared. When the base is not at hand the built-in defaults judge, and that is said.
 */
export async function decidePolicy(
  options: { readonly base?: string; readonly policy?: string },
  host: Host,
  rules: readonly Rule[],
): Promise<Loaded<Decided>> {
  const head = await readState(host.read, options.policy, rules);
  if (options.base === undefined) {
    return head.ok ? { ok: true, value: alone(head.value) } : head;
  }
  const shownAt = options.policy ?? (head.ok ? head.value.policy.path : undefined) ?? '';
  const base = await readBase(options.base, options.policy, shownAt, host, rules);
  const unreadable = head.ok ? [] : head.faults.map((fault) => unreadableDocument(fault, host));
  const weakenings =
    base.state !== undefined && head.ok ? weakeningsOf(base.state, head.value, rules) : [];
  return {
    ok: true,
    value: {
      state: base.state ?? defaultState,
      weakenings,
      place: (faults) =>
        relocate(faults, base.state ?? defaultState, head.ok ? head.value : undefined),
      placeRelated: (findings) =>
        relocateRelated(findings, base.state ?? defaultState, head.ok ? head.value : undefined),
      notChecked: base.notChecked,
      unreadable,
      texts: head.ok ? head.value.texts : new Map(),
    },
  };
}

function alone(state: ReadState): Decided {
  return {
    state,
    weakenings: [],
    place: (faults) => faults,
    placeRelated: (findings) => findings,
    notChecked: [],
    unreadable: [],
    texts: state.texts,
  };
}

type Base = { readonly state?: ReadState; readonly notChecked: readonly NotChecked[] };

async function readBase(
  revision: string,
  named: string | undefined,
  path: string,
  host: Host,
  rules: readonly Rule[],
): Promise<Base> {
  const missing = (why: string): Base => ({
    notChecked: [{ rule: 'meta-policy-weakened', subject: 'policy', path, why }],
  });
  const commit = host.resolveRevision(revision);
  if (commit === undefined) {
    return missing(`base revision ${revision} is not at hand; fetch it (fetch-depth: 0)`);
  }
  const read = (file: string, maxBytes: number) => host.readAt(commit, file, maxBytes);
  const isThere = named === undefined || read(named, Number.MAX_SAFE_INTEGER).ok;
  const state = await readState(read, isThere ? named : undefined, rules);
  if (state.ok) return { state: state.value, notChecked: [] };
  const [first] = state.faults;
  return missing(`the base's policy is faulty: ${first?.path}:${first?.line}: ${first?.message}`);
}

/** A fault of the head's policy points at its place there. */
function unreadableDocument(fault: Fault, host: Host): Document {
  const read = host.read(fault.path, Number.MAX_SAFE_INTEGER);
  const text = read.ok ? read.text : '';
  const index = lineIndex(text);
  let start = 0;
  for (let line = 1; line < fault.line; line++) start = nextLine(text, start);
  start += Math.min(fault.column - 1, index.line(fault.line).length);
  return {
    kind: 'unreadable',
    path: fault.path,
    text,
    model: {
      cause: 'parse',
      problem: fault.message,
      at: { start, end: Math.min(start + 1, text.length) },
      help: 'Repair the policy; until then the base revision keeps judging.',
    },
  };
}

function nextLine(text: string, from: number): number {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = from;
  return found.exec(text) === null ? text.length : found.lastIndex;
}
