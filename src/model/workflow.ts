import type { MappedText } from './mapped-text.ts';
import type { ShellScript } from './shell.ts';
import type { Span } from './span.ts';

/** A value as written, with `${{ … }}` in it and the place of every character. */
export type Text = { readonly value: MappedText; readonly span: Span };

/** `name: value` under `env` or `with`. */
export type NamedText = Text & { readonly name: string; readonly nameSpan: Span };

export type Trigger = { readonly name: string; readonly span: Span };

export type Permissions = {
  readonly span: Span;
  /** `read-all`, `write-all`, or nothing when scopes are listed. */
  readonly all: 'read' | 'write' | undefined;
  /** By scope, the value as written. */
  readonly scopes: ReadonlyMap<string, string>;
};

/** `uses:`: an action or a reusable workflow. */
export type Uses = {
  readonly span: Span;
  readonly value: MappedText;
  /** `owner/repo` in lower case; undefined for `./local`, `docker://` and what an expression fills in. */
  readonly repository: string | undefined;
  /** Folder or file inside the repository, without the leading `/`. */
  readonly path: string;
  readonly ref: string | undefined;
  readonly refSpan: Span;
};

export type Run = Text & {
  /** The `shell:` that applies, when one is written: a command line such as `nix develop -c bash {0}`. */
  readonly shell: ShellScript | undefined;
  /** The `working-directory:` that applies, when one is written. */
  readonly directory: string | undefined;
  /** Undefined when `shell` is no POSIX shell. */
  readonly script: ShellScript | undefined;
};

export type Step = {
  readonly span: Span;
  readonly uses: Uses | undefined;
  readonly run: Run | undefined;
  readonly with: ReadonlyMap<string, NamedText>;
  readonly env: readonly NamedText[];
  readonly condition: Text | undefined;
};

export type Job = {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  /** Labels or groups; those of a matrix are filled in from its plain lists. */
  readonly runsOn: readonly Text[];
  readonly permissions: Permissions | undefined;
  readonly env: readonly NamedText[];
  readonly container: Text | undefined;
  /** `container.env`. */
  readonly containerEnv: readonly NamedText[];
  readonly condition: Text | undefined;
  readonly environment: Span | undefined;
  /** A called reusable workflow, its inputs and secrets. */
  readonly uses: Uses | undefined;
  readonly with: ReadonlyMap<string, NamedText>;
  readonly secrets: readonly NamedText[];
  /** `secrets: inherit`. */
  readonly inheritsSecrets: boolean;
  readonly needs: readonly string[];
  readonly steps: readonly Step[];
};

/** A GitHub workflow, or a composite action read as a workflow with one job and no trigger. */
export type Workflow = {
  readonly flavour: 'workflow' | 'action';
  readonly triggers: readonly Trigger[];
  readonly permissions: Permissions | undefined;
  readonly env: readonly NamedText[];
  /** What inputs are when a caller gives none. */
  readonly defaults: readonly NamedText[];
  readonly jobs: readonly Job[];
};
