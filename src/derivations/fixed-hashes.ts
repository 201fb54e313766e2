import { outputKind } from '../model/derivation.ts';
import type { StoreDerivation } from '../model/store-derivation.ts';
import { derivationAttribute } from '../parse/derivation/attributes.ts';

/** More fixed outputs than any closure has are not compared. */
const MAX_OUTPUTS = 200_000;

/** Remembers what the fixed outputs of one run fetch. */
export type SharedHashes = {
  /** Name of an earlier derivation with the same hash that fetches from entirely other addresses. */
  readonly earlier: (model: StoreDerivation) => string | undefined;
};

/** Nix looks a fixed output up by name and hash: a copied hash makes it skip the fetch that was meant. */
export function sharedHashes(): SharedHashes {
  const seen = new Map<string, { readonly name: string; readonly urls: ReadonlySet<string> }>();
  return {
    earlier(model) {
      const output = model.derivation.outputs.find((one) => outputKind(one) === 'fixed');
      if (output === undefined) return undefined;
      const urls = urlsOf(model);
      if (urls.length === 0) return undefined;
      const key = `${output.methodAlgo} ${output.hash}`;
      const first = seen.get(key);
      if (first === undefined) {
        if (seen.size < MAX_OUTPUTS) seen.set(key, { name: model.name, urls: new Set(urls) });
        return undefined;
      }
      return urls.some((url) => first.urls.has(url)) ? undefined : first.name;
    },
  };
}

function urlsOf({ derivation }: StoreDerivation): readonly string[] {
  return (['url', 'urls'] as const).flatMap(
    (name) => derivationAttribute(derivation, name)?.words ?? [],
  );
}
