import { mappedSpan, sliceMapped } from '../model/mapped-text.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { ShellScript } from '../model/shell.ts';
import type { Span } from '../model/span.ts';
import type { Step, Text } from '../model/workflow.ts';
import { inputOf, nixAction } from './actions.ts';
import type { NixFork } from './vulnerable.ts';

/** A version of Nix that is named to be installed or run. */
export type NamedVersion = {
  readonly fork: NixFork;
  readonly version: string;
  readonly at: Span;
};

/** The version in a URL of a release: `…/nix-2.28.3/install`, `…/lix/lix-2.93.0/…`. */
const released = /(?:^|\/)(nix|lix)-(\d+\.\d+(?:\.\d+)?)(?![\d.]*\d)/;

/** Container images with Nix in them, by the end of their names. */
const image =
  /(?:^|\/)(nixos\/nix|nixpkgs\/nix(?:-flakes)?|lix-project\/lix):v?(\d+\.\d+(?:\.\d+)?)(?![\w.])/;

/** The version an installer step asks for. */
export function installedVersion(step: Step): NamedVersion | undefined {
  const action = nixAction(step.uses);
  if (action?.version === undefined || action.fork === 'determinate') return undefined;
  const input = action.version.map((name) => inputOf(step, name)).find(Boolean);
  if (input === undefined) return undefined;
  const plain = /^\s*v?(\d+\.\d+(?:\.\d+)?)/.exec(input.value.text)?.[1];
  if (plain === undefined) return versionIn(input.value, released);
  return { fork: action.fork === 'lix' ? 'lix' : 'nix', version: plain, at: input.span };
}

/** The version an image carries. */
export function imageVersion(text: Text): NamedVersion | undefined {
  return versionIn(text.value, image);
}

/** Versions in the words of a script that are URLs of releases or names of images. */
export function scriptVersions(script: ShellScript): readonly NamedVersion[] {
  return script.commands.flatMap(({ words }) =>
    words.flatMap(({ value }) => {
      const isUrl = value.text.startsWith('http');
      return versionIn(value, isUrl ? released : image) ?? [];
    }),
  );
}

function versionIn(text: MappedText, pattern: RegExp): NamedVersion | undefined {
  const match = pattern.exec(text.text);
  if (match === null) return undefined;
  const start = match.index + match[0].length - (match[2] ?? '').length;
  const at = mappedSpan(sliceMapped(text, start, match.index + match[0].length));
  return {
    fork: match[1]?.startsWith('lix') === true ? 'lix' : 'nix',
    version: match[2] ?? '',
    at,
  };
}
