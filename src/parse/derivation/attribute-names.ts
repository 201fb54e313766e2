/**
 * Variables that Nix itself (`src/libstore/derivation-options.cc`, `parsed-derivations.cc`) or the fetchers
 * of nixpkgs read. A derivation remembers where these stand; all others nobody asks for by name.
 */
const attributeNames = [
  '__impureHostDeps',
  '__json',
  '__noChroot',
  'buildCommand',
  'impureEnvVars',
  'passAsFile',
  'requiredSystemFeatures',
  'url',
  'urls',
] as const;

export type AttributeName = (typeof attributeNames)[number];

const byLength = new Map<number, string[]>();
for (const name of attributeNames) {
  byLength.set(name.length, [...(byLength.get(name.length) ?? []), name]);
}

/** Whether one of them stands in a text from `start` to `end`. Allocates nothing: it is asked a million times. */
export function isAttributeName(text: string, start: number, end: number): boolean {
  for (const name of byLength.get(end - start) ?? none) {
    if (text.startsWith(name, start)) return true;
  }
  return false;
}

const none: readonly string[] = [];
