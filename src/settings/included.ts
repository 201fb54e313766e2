import type { ConfFiles, FileProblem, Includable } from '../parse/nix-conf.ts';

/** Other files of the linted directory, by path relative to it. */
export type ConfNeighbours = {
  readonly read: ConfFiles;
  /** Why there is no text at a path where something is. */
  readonly problem: (path: string) => FileProblem | undefined;
};

/** A file on its own. */
export const nothingElse: ConfNeighbours = { read: () => undefined, problem: () => undefined };

/**
 * Characters that the settings of one file may include in all, repetitions counted: a thousand times the largest real
 * nix.conf, and little enough to read when a hostile file asks for the same text again and again.
 */
export const maxIncludedLength = 4 * 1024 * 1024;

/** What one file may include, and the texts it did include, by path. */
export function includableFiles({ problem, read }: ConfNeighbours): {
  readonly files: Pick<Includable, 'read' | 'problem'>;
  readonly included: ReadonlyMap<string, string>;
} {
  const included = new Map<string, string>();
  let length = 0;
  const isSpent = (): boolean => length > maxIncludedLength;
  return {
    included,
    files: {
      read(path) {
        if (isSpent()) return undefined;
        const text = included.get(path) ?? read(path);
        if (text === undefined) return undefined;
        included.set(path, text);
        // A file without text costs a look all the same.
        length += text.length + 1;
        return isSpent() ? undefined : text;
      },
      problem(path) {
        if (!isSpent()) return problem(path);
        return {
          kind: 'unread',
          problem: `more than ${maxIncludedLength} characters are included`,
        };
      },
    },
  };
}
