const changeKinds = ['refused', 'review'] as const;

/** A finding that was open, or a change that was told, when the issue was written. */
export type IssueEntry = {
  /** 16 hex digits. */
  readonly id: string;
  /** `rule: path subject`; empty where there was no room. */
  readonly label: string;
  /** Set for changes: they happened, and no later audit can find them undone. */
  readonly change?: (typeof changeKinds)[number];
};

const OPEN = '<!-- nix-secure-lint:state ';
const CLOSE = ' -->';

/** Findings kept from one audit for the next; those past it would be told as new each time. */
const MAX_ENTRIES = 600;
/** How many of them keep their name, refused changes first; others, once resolved, are only counted. */
const MAX_LABELS = 50;
const MAX_LABEL = 60;

/**
 * The hidden block that the next audit compares with. Of foreign text nothing that could end a comment, mention
 * somebody or be read as Markdown is left as it is: everything but letters and digits is escaped.
 */
export function writeState(entries: readonly IssueEntry[]): string {
  const kept = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_ENTRIES);
  const json = JSON.stringify(
    kept.map(({ id, label, change }, index) => [
      id,
      index < MAX_LABELS ? label.slice(0, MAX_LABEL) : '',
      ...(change === undefined ? [] : [change]),
    ]),
  );
  return `${OPEN}${json.replaceAll(/[^A-Za-z0-9[\]",:. /]/g, escaped)}${CLOSE}`;
}

function rank({ change }: IssueEntry): number {
  return change === 'refused' ? 0 : 1;
}

function escaped(unit: string): string {
  if (unit === '\\') return unit;
  return [...unit]
    .flatMap((char) => char.split(''))
    .map((code) => `\\u${code.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Reads the block of an earlier body; undefined when there is none. Whoever may edit the issue may have edited it: what is odd is dropped. */
export function readState(body: string): IssueEntry[] | undefined {
  const start = body.lastIndexOf(OPEN);
  const end = body.indexOf(CLOSE, start + OPEN.length);
  if (start < 0 || end < 0) return undefined;
  const value = parsed(body.slice(start + OPEN.length, end));
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, MAX_ENTRIES).flatMap((entry: unknown): IssueEntry[] => {
    if (!Array.isArray(entry)) return [];
    const [id, label, flag]: unknown[] = entry;
    const isSound = typeof id === 'string' && /^[0-9a-f]{16}$/.test(id);
    if (!isSound || typeof label !== 'string') return [];
    const change = changeKinds.find((kind) => kind === flag);
    return [{ id, label: label.slice(0, MAX_LABEL), ...(change && { change }) }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
