/** Attributes of a flake reference, by name; `type` is always there. */
export type RefAttrs = ReadonlyMap<string, string | number | boolean>;

export type ParsedRef =
  | { readonly ok: true; readonly attrs: RefAttrs }
  | { readonly ok: false; readonly problem: string };
