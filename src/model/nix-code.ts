import type { NixFault } from './nix.ts';
import type { Span } from './span.ts';

/** Where a fact stands, and whether that is inside a NixOS test. */
export type CodePlace = { readonly at: Span; readonly inTest: boolean };

/** A call that fetches something. */
export type FetchCall = CodePlace & {
  /** Name of the function without what it was reached through, e.g. `fetchTarball`. */
  readonly fn: string;
  /** Who fetches: Nix while it evaluates, a derivation of nixpkgs, or Nix for a flake reference. */
  readonly by: 'evaluation' | 'derivation' | 'flake-reference';
  /** `commit`: no hash, but the URL names a commit or may name one. */
  readonly pin: 'hash' | 'commit' | 'none';
  /** Host of a URL without encryption. */
  readonly plainHost?: string;
};

/** An attribute that gives a hash which proves nothing. */
export type HashUse = CodePlace & {
  readonly name: string;
  readonly flaw: 'md5' | 'sha1' | 'fake' | 'zero' | 'empty';
  /** In a branch, a fallback or a comparison, where it may never be used. */
  readonly conditional: boolean;
};

/** An attribute that switches the checks of TLS off. */
export type TlsSwitch = CodePlace & {
  readonly name: string;
  /** The word that does it, when it can be taken out of a list or string alone. */
  readonly word?: Span;
};

/** An attribute that opens the sandbox. */
export type SandboxGap = CodePlace & {
  readonly name: string;
  readonly opens: 'network' | 'impure' | 'host' | 'variable' | 'secret-variable';
  /** The variable that is let in. */
  readonly variable?: string;
};

/** Something evaluation reads that it should not. */
export type Harvest = CodePlace & {
  readonly fn: string;
  readonly takes: 'file' | 'variable' | 'command';
  /** The file as far as it is known, or the variable; names, never values. */
  readonly what: string;
  /** Inside the arguments of a fetcher, where a token usually goes into a header. */
  readonly forFetch: boolean;
};

/** A secret that is decrypted at run time, read while evaluating. */
export type RuntimeRead = CodePlace & {
  readonly fn: string;
  readonly what: string;
  /** `option`: a module's option that names a file with a secret. */
  readonly kind: 'secret' | 'public' | 'option';
};

/** What the repository holds at a path. */
export type FileContent = 'encrypted' | 'public' | 'private-key' | 'plain' | 'unknown';

/** An option that names a file with a secret and is given a path literal, which Nix copies to the store. */
export type SecretPath = CodePlace & {
  readonly option: string;
  readonly content: FileContent;
  /** Whether the name speaks of configuration, which is often no secret. */
  readonly vague: boolean;
  /** The literal, when it can be put between quotes. */
  readonly literal?: string;
};

/** A literal where a secret belongs. The value itself is never kept. */
export type PlainSecret = CodePlace & {
  readonly option: string;
  readonly kind:
    'option' | 'initial' | 'hash' | 'initial-hash' | 'environment' | 'export' | 'clan-public';
  readonly looks: 'secret' | 'weak';
  /** In a machine that is thrown away: a VM, an installer, a demonstration. */
  readonly disposable: boolean;
};

/** A source that takes whole folders, and the plain secrets in it: at most five of `count`. */
export type SourceUse = CodePlace & { readonly files: readonly string[]; readonly count: number };

/** Evaluation that waits for a build. */
export type DerivationRead = CodePlace & { readonly fn: string; readonly builder: string };

/** What the rules need to know of a file of Nix code; the tree itself is not kept. */
export type NixCode = {
  readonly fetches: readonly FetchCall[];
  readonly lookups: readonly (CodePlace & { readonly name: string })[];
  readonly hashes: readonly HashUse[];
  readonly tls: readonly TlsSwitch[];
  readonly sandbox: readonly SandboxGap[];
  readonly harvests: readonly Harvest[];
  readonly runtimeReads: readonly RuntimeRead[];
  readonly secretPaths: readonly SecretPath[];
  readonly plainSecrets: readonly PlainSecret[];
  readonly sources: readonly SourceUse[];
  readonly derivationReads: readonly DerivationRead[];
  /** Limits of ours that were hit: what lies beyond was not looked at. */
  readonly limits: readonly NixFault[];
};
