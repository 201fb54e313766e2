import type { Entry } from './host.ts';
import type { FileFault } from './store.ts';

/** A directory of our own that nobody else can read, gone when the run ends. */
export type Scratch = {
  readonly directory: string;
  /**
   * Copies listed files of a directory below `name`: contents, owner's execute bit and links as they are.
   * Special files and files that vanished meanwhile are left out.
   */
  readonly copy: (name: string, from: string, entries: readonly Entry[]) => FileFault | undefined;
  /** Makes an empty directory and returns its path. */
  readonly folder: (name: string) => string;
  readonly remove: () => void;
};
