import type { Document } from '../../model/document.ts';
import type { FlakeLock, LockNode } from '../../model/flake-lock.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { Span } from '../../model/span.ts';
import { canonicalJson } from '../../parse/json-canonical.ts';

/** What Nix (and Determinate Nix: `buildTime`) may write into a node. */
const nodeKeys: ReadonlySet<string> = new Set([
  'buildTime',
  'flake',
  'info',
  'inputs',
  'locked',
  'original',
  'parent',
]);
const topKeys: ReadonlySet<string> = new Set(['nodes', 'root', 'version']);

const id = 'lock-noncanonical';

export const noncanonical: RuleOf<'flake-lock'> = {
  id,
  summary: 'the lock is not written as Nix writes it',
  help: 'Run `nix flake lock` after a real change, or apply the fix; do not edit or format locks.',
  references: ['CWE-436', 'T1027'],
  kinds: ['flake-lock'],
  reasons: {
    escaped: {
      summary: 'a printable ASCII character is escaped, or the file starts with a byte order mark',
      levels: levels('warning'),
    },
    'after-nul': {
      summary:
        'text follows a NUL byte: Nix ignores it, and Git calls the file binary and shows no diff',
      levels: levels('error'),
    },
    'export-subst': {
      summary: 'the text holds `$Format:`, which a Git archive may replace',
      levels: levels('error'),
      help: 'Remove it: no Nix writes it, and who fetches the repository as an archive reads another lock.',
    },
    layout: {
      summary: 'indentation, key order or the end of the file differ',
      levels: levels('off', 'off', 'notice'),
    },
    version: { summary: 'the lock version is older than 7', levels: levels('off', 'notice') },
    key: { summary: 'the lock has a key Nix does not write', levels: levels('off', 'notice') },
  },
  *check(document, { policy }) {
    const { model, path, text } = document;
    const hidden = escapes(text);
    // Writing the lock anew costs as much as reading it, and below pedantic nobody is told.
    const isWanted = hidden !== undefined || policy.profile === 'pedantic' || policy.levels.has(id);
    const changed = isWanted ? layout(document) : undefined;
    const fix = changed && {
      title: 'write the lock as Nix does',
      safety: 'safe' as const,
      edits: [{ path, span: { start: 0, end: text.length }, text: changed.canonical }],
    };
    if (hidden !== undefined) yield { ...hidden, ...(fix && { fix }) };
    else if (changed !== undefined && fix !== undefined) yield { ...changed.problem, fix };
    yield* afterNul(model, text);
    yield* placeholder(text);
    yield* unknownKeys(model);
    if (model.version < 7) {
      const message = `lock has version ${model.version}, expected 7`;
      yield { reason: 'version', subject: 'version', at: model.versionSpan, message };
    }
  },
};

function* afterNul(model: FlakeLock, text: string): Generator<Problem> {
  const at = text.indexOf('\0', model.json.span.end);
  if (at < 0) return;
  const message = `a NUL byte ends the lock for Nix, ${text.length - at} characters from there on are not read`;
  yield { reason: 'after-nul', subject: 'text', at: { start: at, end: at + 1 }, message };
}

/** With `export-subst` in .gitattributes Git fills these in (gitattributes(5)), so that no review sees the result. */
function* placeholder(text: string): Generator<Problem> {
  const mark = '$Format:';
  const at = text.indexOf(mark);
  if (at < 0) return;
  const message = `"${mark}" is replaced when Git archives the repository, so consumers may read another lock`;
  yield {
    reason: 'export-subst',
    subject: 'text',
    at: { start: at, end: at + mark.length },
    message,
  };
}

/** The first escape that Nix would not write; one finding for the file says how many there are. */
function escapes(text: string): Problem | undefined {
  const subject = 'text';
  if (text.startsWith('\ufeff')) {
    const message = 'file starts with a byte order mark, expected "{"';
    return { reason: 'escaped', subject, at: { start: 0, end: 1 }, message };
  }
  let first: Span | undefined;
  let count = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    const code = text[at + 1] === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : 0;
    const printable = code >= 0x20 && code < 0x7f;
    if (!printable && text[at + 1] !== '/') continue;
    first ??= { start: at, end: at + (printable ? 6 : 2) };
    count++;
  }
  if (first === undefined) return undefined;
  const spelled = text.slice(first.start, first.end);
  const message = `${spelled} hides a printable character from search and review (${count} in the file)`;
  return { reason: 'escaped', subject, at: first, message, evidence: spelled };
}

/** What Nix would write instead; a file with repeated keys is left to the rule about those. */
function layout({
  model,
  text,
}: Document & { readonly model: FlakeLock }): { canonical: string; problem: Problem } | undefined {
  const canonical = canonicalJson(model.json, text);
  if (canonical === text) return undefined;
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === canonical.charCodeAt(at)) at++;
  const message = 'lock is laid out differently from here on than Nix writes it';
  const span = { start: at, end: Math.min(at + 1, text.length) };
  return { canonical, problem: { reason: 'layout', subject: 'text', at: span, message } };
}

function* unknownKeys({ inputs, json, root }: FlakeLock): Generator<Problem> {
  for (const { name, nameSpan } of json.members) {
    if (!topKeys.has(name)) yield unknownKey('lock', name, nameSpan);
  }
  const nodes: (readonly [string, LockNode])[] = inputs.map(({ path, node }) => [path, node]);
  if (root !== undefined) nodes.unshift(['root', root]);
  for (const [subject, node] of nodes) {
    for (const { name, nameSpan } of node.members) {
      if (!nodeKeys.has(name)) yield unknownKey(subject, name, nameSpan);
    }
  }
}

function unknownKey(subject: string, name: string, at: Span): Problem {
  const message = `key "${name}" is none that Nix writes here`;
  return { reason: 'key', subject, at, message, evidence: name };
}
