import type { Assignment } from '../model/setting.ts';
import type { Span } from '../model/span.ts';
import { lineIndex } from '../model/span.ts';
import type { ConfFiles } from '../parse/nix-conf.ts';
import { confBlock } from '../settings/block.ts';
import { showSettings } from '../settings/show.ts';

/** A line Nix refuses; `path` only for an included file. */
export type ConfFault = {
  readonly path?: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export type SettingsText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly faults: readonly ConfFault[] };

/**
 * The effective settings of nix.conf text in the form of `nix show-config --json` values, or every line Nix
 * refuses. `path` and the paths given to `read` are relative to the root of the file system.
 */
export function settingsText(text: string, path: string, read: ConfFiles): SettingsText {
  const files = { path, read, rooted: true } as const;
  const block = confBlock(text, { container: 'nix-conf', label: 'nix.conf' }, { files });
  const shown = showSettings(block);
  if (shown.ok) return { ok: true, text: shown.json };
  const place = (at: Span, included: string | undefined): Omit<ConfFault, 'message'> => {
    const source = included === undefined ? text : (read(included) ?? '');
    const where = included === undefined ? {} : { path: `/${included}` };
    return { ...where, ...lineIndex(source).position(at.start) };
  };
  const faults: ConfFault[] = [];
  for (const { at, path: included, message } of shown.faults) {
    faults.push({ ...place(at, included), message });
  }
  for (const { assignment, problem } of shown.refusals) {
    const message = `${assignment.name} does not take this value: ${problem}`;
    faults.push({ ...place(startOf(assignment), assignment.path), message });
  }
  return { ok: false, faults };
}

function startOf(assignment: Assignment): Span {
  return assignment.tokens[0]?.span ?? assignment.span;
}
