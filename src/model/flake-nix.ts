import type { NixFault, NixLambda, NixTree } from './nix.ts';
import type { Span } from './span.ts';

/** A string or other plain value as written, e.g. a URL or an attribute of a flake reference. */
export type FlakeAttr = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string | bigint | boolean;
  /** The value; what an edit replaces. */
  readonly span: Span;
};

/** What `inputs.<name>` says, or what an override of an input's input says. */
export type FlakeInput = {
  readonly name: string;
  readonly nameSpan: Span;
  /** Everything that declares it, or the first binding of several. */
  readonly span: Span;
  /** Not declared at all: an argument of `outputs` that Nix looks up in the registry. */
  readonly implicit: boolean;
  /** The URL, also as an attribute beside `type`. A path literal stands as `path:` and the literal. */
  readonly url?: FlakeAttr;
  /** Whether `url` is a path literal. */
  readonly urlIsPath: boolean;
  /** Fetcher attributes, `url` included; a flake reference in attribute form when `type` is one. */
  readonly attrs: ReadonlyMap<string, FlakeAttr>;
  /** `publicKeys`, whose value is a list of sets. */
  readonly publicKeysSpan?: Span;
  readonly flake: boolean;
  readonly flakeSpan?: Span;
  /** Path of the input it follows; empty for the flake itself. */
  readonly follows?: { readonly path: readonly string[]; readonly span: Span };
  /** Overrides of its own inputs. */
  readonly inputs: ReadonlyMap<string, FlakeInput>;
};

/** One setting of `nixConfig`. */
export type FlakeSetting = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string | bigint | boolean | readonly FlakeSettingItem[] | FlakeSettingPath;
  readonly span: Span;
};
export type FlakeSettingItem = { readonly value: string; readonly span: Span };
/** A path literal: Nix copies the file to the store and sets the store path. */
export type FlakeSettingPath = { readonly path: string };

/** Something that makes Nix refuse the flake, or (`not-known`, `limit`) that keeps us from reading it. */
export type FlakeFault = {
  readonly reason:
    | 'syntax'
    | 'limit'
    | 'not-a-set'
    | 'no-outputs'
    | 'not-literal'
    | 'wrong-type'
    | 'unknown-attribute'
    | 'bad-follows'
    | 'bad-name'
    | 'not-known'
    | 'version';
  /** Dotted attribute path, e.g. `inputs.a.url`; empty for the file. */
  readonly subject: string;
  readonly at: Span;
  readonly message: string;
  /** First version that refuses it, when not all do. */
  readonly since?: string;
  /** First version that takes it. */
  readonly before?: string;
};

/** flake.nix as Nix reads it without evaluating: inputs, settings and where the outputs are. */
export type FlakeNix = {
  readonly tree: NixTree;
  readonly syntax: readonly NixFault[];
  readonly description?: { readonly value: string; readonly span: Span };
  /** Declared inputs by name in the order of the file, then the implicit ones. */
  readonly inputs: ReadonlyMap<string, FlakeInput>;
  readonly inputsSpan?: Span;
  /** `inputs.self`: attributes for fetching the flake itself. */
  readonly self: ReadonlyMap<string, FlakeAttr>;
  readonly nixConfig: ReadonlyMap<string, FlakeSetting>;
  readonly nixConfigSpan?: Span;
  readonly outputs?: { readonly span: Span; readonly nameSpan: Span; readonly lambda?: NixLambda };
  readonly faults: readonly FlakeFault[];
  /** The `.gitignore` that keeps the flake.lock beside it out of git. */
  readonly lockIgnoredBy?: string;
};
