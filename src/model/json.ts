import type { Span } from './span.ts';

/** A JSON value that knows where it stands in its text. */
export type JsonValue = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export type JsonString = { readonly type: 'string'; readonly value: string; readonly span: Span };
export type JsonNumber = { readonly type: 'number'; readonly value: number; readonly span: Span };
export type JsonBoolean = {
  readonly type: 'boolean';
  readonly value: boolean;
  readonly span: Span;
};
export type JsonNull = { readonly type: 'null'; readonly span: Span };
export type JsonArray = {
  readonly type: 'array';
  readonly items: readonly JsonValue[];
  readonly span: Span;
};

/** An object keeps every member in file order, repeated names included. */
export type JsonObject = {
  readonly type: 'object';
  readonly members: readonly JsonMember[];
  readonly span: Span;
};
export type JsonMember = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonValue;
};

/** The member that counts: Nix reads JSON with nlohmann::json, where the last of equal names wins. */
export function member(object: JsonObject, name: string): JsonMember | undefined {
  return object.members.findLast((candidate) => candidate.name === name);
}
