import type { ShellScript } from './shell.ts';
import type { Text } from './workflow.ts';

export type ScriptFlavour = 'shell' | 'justfile' | 'makefile' | 'dockerfile';

/** A file whose lines run in a shell. */
export type Script = {
  readonly flavour: ScriptFlavour;
  /** One for a shell script; one per recipe line or `RUN` elsewhere. */
  readonly scripts: readonly ShellScript[];
  /** `FROM` of a Dockerfile. */
  readonly images: readonly Text[];
  /** Environment that a Dockerfile, justfile or Makefile sets for its commands, by name. */
  readonly variables: readonly { readonly name: string; readonly text: Text }[];
};
