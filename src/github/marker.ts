import { createHash } from 'node:crypto';

/** Who wrote something on GitHub, as far as markers care. */
export type Written = {
  readonly body?: string | null | undefined;
  readonly user?: { readonly type?: string | undefined } | null | undefined;
};

/**
 * A hidden line by which a run finds again what an earlier one wrote. `parts` tell several apart, e.g.
 * the linted directories of one repository; they are digested, so nothing foreign gets into the comment.
 */
export function marker(kind: 'comment' | 'issue' | 'fix', ...parts: readonly string[]): string {
  const key = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
  return `<!-- nix-secure-lint:${kind}:${key} -->`;
}

/**
 * Whether an app wrote this text and it begins with the marker. Anybody may paste a marker into a comment
 * of their own; only one at the start of an app's text counts.
 */
export function isOurs({ body, user }: Written, mark: string): boolean {
  return user?.type === 'Bot' && (body ?? '').startsWith(mark);
}
