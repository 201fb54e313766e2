import { MAX_BYTES, MAX_CANDIDATES, type Candidate, type FileKind } from './discover.ts';
import type { Document, Unreadable } from './model/document.ts';
import type { Host } from './model/host.ts';
import { emptySpan } from './model/span.ts';
import type { Neighbours } from './parse/index.ts';
import { parse } from './parse/index.ts';

/** Nix reads locks as JSON, which is UTF-8; in every other file it takes any bytes. */
const LOCKS: ReadonlySet<FileKind> = new Set(['flake-lock', 'devenv-lock']);

/**
 * Reads and parses every candidate. A file that cannot be read or parsed becomes a document of kind
 * `unreadable`; one that is listed but deleted is left out; a linked file is judged once, at its own path
 * when that is a candidate too. `listed` names every file, candidate or not.
 */
export async function gather(
  candidates: readonly Candidate[],
  host: Host,
  listed: ReadonlySet<string> = new Set(),
): Promise<Document[]> {
  const documents: Document[] = [];
  const seen = new Set(candidates.filter((one) => one.type === 'file').map((one) => one.path));
  const files: Files = { listed, paths: [...listed], seen };
  for (const candidate of candidates.slice(0, MAX_CANDIDATES)) {
    documents.push(...(await readOne(candidate, host, files)));
  }
  const over = candidates[MAX_CANDIDATES];
  if (over !== undefined) {
    const problem = `more than ${MAX_CANDIDATES} files to lint, ${candidates.length} found`;
    const help = 'Lint parts of the repository in separate runs.';
    documents.push(unreadable(over.path, '', { cause: 'limit', problem, at: emptySpan, help }));
  }
  return documents;
}

type Files = {
  readonly listed: ReadonlySet<string>;
  readonly paths: readonly string[];
  /** Files judged at their own path, to which links lead. */
  readonly seen: Set<string>;
};

async function readOne(
  candidate: Candidate,
  host: Host,
  { listed, paths, seen }: Files,
): Promise<readonly Document[]> {
  const { path, type, kind } = candidate;
  const fault = (
    problem: string,
    help: string,
    cause: Unreadable['cause'] = 'parse',
  ): readonly Document[] => [unreadable(path, '', { cause, problem, at: emptySpan, help })];
  if (type === 'odd-name') return fault('file name is no UTF-8', 'Rename the file.');
  const read = host.read(path, MAX_BYTES[kind]);
  if (!read.ok && read.cause === 'missing') {
    if (type !== 'link') return [];
    return fault('link leads nowhere', 'Remove the link or commit the file it leads to.');
  }
  if (!read.ok && read.cause === 'limit') {
    return fault(read.problem, 'Make the file smaller, or leave it out by policy.', 'limit');
  }
  if (!read.ok) return fault(read.problem, 'Commit a regular, readable file.');
  if (type === 'link') {
    if (seen.has(read.realPath)) return [];
    seen.add(read.realPath);
  }
  if (read.lossy && LOCKS.has(kind)) {
    const at = read.text.indexOf('\ufffd');
    const help = 'Save the file as UTF-8.';
    const problem = 'file is no UTF-8';
    const span = { start: at, end: at + 1 };
    return [unreadable(path, read.text, { cause: 'parse', problem, at: span, help })];
  }
  const exists = (name: string): boolean => listed.has(name);
  const included = (name: string): string | undefined => {
    const other = exists(name) ? host.read(name, MAX_BYTES[kind]) : undefined;
    return other?.ok === true ? other.text : undefined;
  };
  const problem = (name: string): ReturnType<Neighbours['problem']> => {
    const other = exists(name) ? host.read(name, MAX_BYTES[kind]) : undefined;
    if (other?.ok === false && other.cause !== 'missing') {
      return { kind: 'unread', problem: other.problem };
    }
    return paths.some((one) => one.startsWith(`${name}/`)) ? { kind: 'folder' } : undefined;
  };
  return parse(kind, { path, text: read.text }, { read: included, exists, paths, problem });
}

function unreadable(path: string, text: string, model: Unreadable): Document {
  return { kind: 'unreadable', path, text, model };
}
