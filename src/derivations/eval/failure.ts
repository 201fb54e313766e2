import type { ExecResult } from '../../model/host.ts';

/** Old releases lack parameters of flake references that later ones know. */
export const UNKNOWN_REFERENCE = 'has a flake reference that this Nix does not know';

/**
 * Known ends of an evaluation, most telling first. The text of an error of Nix is never passed on: it
 * quotes source lines and messages of the evaluated code, which may hold a secret.
 */
const causes: readonly (readonly [string, string])[] = [
  ['has unsupported parameter', UNKNOWN_REFERENCE],
  ["option 'allow-import-from-derivation' is disabled", 'needs a build during evaluation'],
  ['cannot update unlocked flake input', 'has an input that is not locked'],
  ['cannot update flake input', 'has an input that is not locked'],
  ['because it uses a relative path', 'has a relative path input, which this Nix cannot fetch'],
  ['contains mutable lock', 'has an input that is not locked'],
  ['lock file contains unlocked', 'has an input that is not locked'],
  ['is not allowed to refer to', 'refers to the file system in pure evaluation'],
  ['is forbidden in restricted mode', 'reads a path outside the repository'],
  ['is forbidden in pure', 'refers to the file system in pure evaluation'],
  ['NAR hash mismatch', 'has an input whose content is not the locked one'],
  ['registry lookups are not allowed', 'has an input that only a registry knows'],
  ["cannot find flake 'flake:", 'has an input that only a registry knows'],
  ['unable to download', 'has an input that cannot be fetched'],
  ['Could not resolve host', 'has an input that cannot be fetched'],
  ['error: stack overflow', 'recurses without end'],
  ['max-call-depth exceeded', 'recurses without end'],
  ['infinite recursion encountered', 'recurses without end'],
  ['out of memory', 'needs more memory than allowed'],
  ['Cannot allocate memory', 'needs more memory than allowed'],
  ['bad_alloc', 'needs more memory than allowed'],
  ['Too many heap sections', 'needs more memory than allowed'],
  ['GC Warning: Failed to expand heap', 'needs more memory than allowed'],
  ["does not contain a 'flake.nix'", 'has no flake.nix'],
  ["/source/flake.nix' does not exist", 'has no flake.nix'],
  ["-source/flake.nix' does not exist", 'has no flake.nix'],
  ["-source/flake.nix': No such file", 'has no flake.nix'],
  ['experimental Nix feature', 'needs an experimental feature that is off'],
  ['syntax error', 'has a syntax error'],
];

/** Why a Nix process gave no answer, in words of ours that complete "… was not checked: it …". */
export function failureOf(run: ExecResult): string {
  switch (run.failure) {
    case 'not-found':
      return 'cannot be evaluated: nix is not installed';
    case 'timeout':
      return 'takes longer than allowed';
    case 'output-limit':
      return 'prints more than allowed';
    case 'denied':
      return 'cannot be evaluated: nix may not be run';
    case 'signal':
      return 'made nix crash';
    case undefined:
      break;
  }
  for (const [said, meaning] of causes) if (run.stderr.includes(said)) return meaning;
  if (run.status !== undefined && run.status > 128) return 'made nix crash';
  return 'fails to evaluate';
}
