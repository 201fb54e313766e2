import type { Edit, Finding, Fix } from '../model/finding.ts';

/** The edits that are applied to one file, in order and apart from each other. */
export type FilePlan = { readonly path: string; readonly edits: readonly Edit[] };

/** What a person asks for: which fixes, and whether to print a patch instead of writing. */
export type FixRequest = { readonly safety: Fix['safety']; readonly dryRun: boolean };

export type Plan = {
  readonly files: readonly FilePlan[];
  readonly applied: number;
  /** Fixes left out because they touch what an earlier one changes. Another run applies them. */
  readonly postponed: number;
};

/** Chooses the fixes of findings up to a safety; a fix is applied as a whole or not at all. */
export function chooseFixes(findings: readonly Finding[], safety: Fix['safety']): Plan {
  const files = new Map<string, Edit[]>();
  let applied = 0;
  let postponed = 0;
  for (const { fix } of findings) {
    if (fix === undefined || (fix.safety === 'unsafe' && safety === 'safe')) continue;
    if (fix.edits.some((edit) => touches(edit, files.get(edit.path) ?? []))) {
      postponed++;
      continue;
    }
    for (const edit of fix.edits) files.set(edit.path, [...(files.get(edit.path) ?? []), edit]);
    applied++;
  }
  const plans = [...files].map(([path, edits]) => ({
    path,
    edits: edits.toSorted((a, b) => a.span.start - b.span.start),
  }));
  return { files: plans.sort((a, b) => (a.path < b.path ? -1 : 1)), applied, postponed };
}

/** Edits that share a character, or insert at one place, depend on their order. */
function touches({ span }: Edit, others: readonly Edit[]): boolean {
  return others.some((other) => span.start <= other.span.end && other.span.start <= span.end);
}

/** A text with edits made; they are in order and apart. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of edits) {
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}
