import type { SettingFault, SettingGap, SettingToken, WrittenSetting } from '../model/setting.ts';
import type { Span } from '../model/span.ts';

/** How deep includes may nest. Nix has no limit of its own and dies of a cycle; real files nest once. */
export const maxIncludeDepth = 16;
/** How many files one text may include in all, so that a few files that include each other twice cannot explode. */
export const maxIncludes = 64;

/** Text by path relative to the repository, with `/`; undefined when there is no such file. */
export type ConfFiles = (path: string) => string | undefined;

/** The files a text may include. */
export type Includable = {
  /** The path of the text; without it only targets in the workspace of a job are known. */
  readonly path?: string;
  readonly read: ConfFiles;
  /** Why a path that is there has no text. Default: nothing is there. */
  readonly problem?: (path: string) => FileProblem | undefined;
  /** Paths are relative to the root of the file system, so that absolute includes lead somewhere. */
  readonly rooted?: true;
};

/** A folder, of which Nix reads nothing and does not complain, or a file that could not be read here. */
export type FileProblem =
  { readonly kind: 'folder' } | { readonly kind: 'unread'; readonly problem: string };

export type ConfOptions = {
  /** Translates an offset of the text to one of the file it stands in, e.g. out of a YAML block scalar. */
  readonly at?: (offset: number) => number;
  /** Ranges of the text, in order, that are filled in later: they neither split words nor start comments. */
  readonly opaque?: readonly Span[];
  /** The files it may include; without them includes are gaps. */
  readonly files?: Includable;
};

export type ConfText = {
  readonly written: readonly WrittenSetting[];
  readonly faults: readonly SettingFault[];
  readonly gaps: readonly SettingGap[];
};

type Reading = {
  readonly written: WrittenSetting[];
  readonly faults: SettingFault[];
  readonly gaps: SettingGap[];
  readonly files: ConfOptions['files'];
  includes: number;
};

type Text = {
  readonly text: string;
  readonly options: Pick<ConfOptions, 'at' | 'opaque'>;
  /** Path of this text when it is known, and whether it is an included file whose spans need their path. */
  readonly path: string | undefined;
  readonly included: boolean;
  /** Paths of the files this one is being included from, itself last. */
  readonly stack: readonly string[];
};

/**
 * Reads nix.conf text as `parseConfigFiles` does (`src/libutil/configuration.cc`): `#` starts a comment anywhere,
 * words are separated by blanks, the second word must be `=`. There are no quotes, escapes or continuation lines.
 * Never throws; what Nix refuses is a fault, what lies outside the repository a gap.
 */
export function parseNixConf(text: string, options: ConfOptions = {}): ConfText {
  const path = options.files?.path;
  const reading: Reading = {
    written: [],
    faults: [],
    gaps: [],
    files: options.files,
    includes: 0,
  };
  readText(
    { text, options, path, included: false, stack: path === undefined ? [] : [path] },
    reading,
  );
  return { written: reading.written, faults: reading.faults, gaps: reading.gaps };
}

function readText(source: Text, reading: Reading): void {
  const words = lineWords(source);
  for (const line of words) readLine(line, source, reading);
}

function readLine(tokens: readonly SettingToken[], source: Text, reading: Reading): void {
  const [name, equals] = tokens;
  const last = tokens.at(-1);
  if (name === undefined || last === undefined) return;
  const span = { start: name.span.start, end: last.span.end };
  const where = placeOf(source);
  if (name.text === 'include' || name.text === '!include') {
    if (tokens.length === 2 && equals !== undefined) include(name.text, equals, source, reading);
    else reading.faults.push(syntaxFault(tokens, span, where));
    return;
  }
  if (equals?.text !== '=') {
    // A whole line that is filled in later may well be one or more settings.
    if (name.dynamic) reading.gaps.push({ kind: 'line', at: span, ...where });
    else reading.faults.push(syntaxFault(tokens, span, where));
    return;
  }
  reading.written.push({
    name: name.text,
    nameSpan: name.span,
    tokens: tokens.slice(2),
    span,
    ...where,
  });
}

/** The message repeats none of the words: one of them may be a secret. */
function syntaxFault(
  tokens: readonly SettingToken[],
  at: Span,
  where: { readonly path?: string },
): SettingFault {
  const [name] = tokens;
  const message =
    name?.text === 'include' || name?.text === '!include'
      ? `${name.text} takes exactly one path, found ${tokens.length - 1}`
      : 'no setting: the second word of a line must be `=`';
  return { reason: 'syntax', at, ...where, tokens, message };
}

function include(
  word: 'include' | '!include',
  target: SettingToken,
  source: Text,
  reading: Reading,
): void {
  const where = placeOf(source);
  const fault = (reason: SettingFault['reason'], message: string): void => {
    reading.faults.push({ reason, at: target.span, ...where, tokens: [target], message });
  };
  const path = includedPath(target, source, reading.files);
  if (path === undefined || reading.files === undefined) {
    const kind = word === 'include' ? 'include' : 'optional';
    reading.gaps.push({ kind, at: target.span, ...where });
    return;
  }
  if (source.stack.includes(path))
    return fault('include', 'the file includes itself, which Nix does not survive');
  if (source.stack.length > maxIncludeDepth || reading.includes >= maxIncludes) {
    return fault('unread', 'includes nest or repeat too often: the rest was not read');
  }
  const text = reading.files.read(path);
  if (text === undefined) return absent(word, reading.files.problem?.(path), fault);
  reading.includes += 1;
  readText({ text, options: {}, path, included: true, stack: [...source.stack, path] }, reading);
}

function placeOf({ included, path }: Text): { readonly path?: string } {
  return included && path !== undefined ? { path } : {};
}

function absent(
  word: 'include' | '!include',
  problem: FileProblem | undefined,
  fault: (reason: SettingFault['reason'], message: string) => void,
): void {
  if (problem?.kind === 'unread')
    fault('unread', `the included file was not read: ${problem.problem}`);
  else if (problem?.kind === 'folder')
    fault('missing', 'this is a folder, of which Nix reads nothing');
  else if (word === 'include') fault('missing', 'no such file in the repository');
}

/** How scripts and workflows name the top of the checkout; in a shell word blanks are `_`. */
const workspace = /^\$(?:\{\{[ _]*github\.workspace[ _]*\}\}|\{?(?:GITHUB_WORKSPACE|PWD)\}?)\//;

/** The path an include leads to; undefined outside the repository and where it is known only later. */
function includedPath(
  target: SettingToken,
  { path }: Text,
  files: Includable | undefined,
): string | undefined {
  if (files === undefined) return undefined;
  const top = target.dynamic ? workspace.exec(target.text)?.[0] : undefined;
  if (top !== undefined) {
    const rest = target.text.slice(top.length);
    return /[$`{]/.test(rest) ? undefined : resolve('', rest, false);
  }
  if (target.dynamic || path === undefined) return undefined;
  return resolve(path, target.text, files.rooted === true);
}

/** The path an include leads to, relative to the including file's folder; undefined outside the repository. */
function resolve(from: string, target: string, rooted: boolean): string | undefined {
  const absolute = target.startsWith('/');
  if (absolute && !rooted) return undefined;
  const parts = absolute ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

const lineFeed = 10;
const hash = 35;

/** The words of each line that has any. A range filled in later belongs to the word around it, line breaks and all. */
function* lineWords(source: Text): Generator<readonly SettingToken[]> {
  const { text } = source;
  const opaque = source.options.opaque ?? [];
  let hole = 0;
  let words: SettingToken[] = [];
  let start = -1;
  let dynamic = false;
  let comment = false;
  const close = (end: number, cut: boolean): void => {
    if (start >= 0) words.push(word(source, start, end, dynamic, cut));
    start = -1;
    dynamic = false;
  };
  for (let at = 0; at <= text.length; at++) {
    while ((opaque[hole]?.end ?? Infinity) <= at) hole += 1;
    const skip = opaque[hole];
    if (!comment && skip !== undefined && skip.start <= at && at < text.length) {
      if (start < 0) start = at;
      dynamic = true;
      at = Math.min(skip.end, text.length) - 1;
      continue;
    }
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code === lineFeed) {
      if (!comment) close(at, false);
      if (words.length > 0) yield words;
      words = [];
      comment = false;
    } else if (comment) {
      continue;
    } else if (code === hash) {
      close(at, true);
      comment = true;
    } else if (code === 32 || code === 9 || code === 13) {
      close(at, false);
    } else if (start < 0) {
      start = at;
    }
  }
}

function word(
  source: Text,
  start: number,
  end: number,
  dynamic: boolean,
  cut: boolean,
): SettingToken {
  const at = source.options.at ?? ((offset: number) => offset);
  return {
    text: source.text.slice(start, end),
    span: { start: at(start), end: at(end - 1) + 1 },
    ...(dynamic ? { dynamic } : {}),
    ...(cut ? { cut } : {}),
  };
}
