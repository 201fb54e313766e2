import type { Document, Source } from '../model/document.ts';
import type { ScriptFlavour } from '../model/script.ts';
import { parseScript } from '../parse/script.ts';
import type { ConfNeighbours } from '../settings/included.ts';
import { includableFiles, nothingElse } from '../settings/included.ts';
import { scriptSettings } from './script-settings.ts';

/** The documents of a script: its settings and itself, or one that says why it was not read. */
export function scriptDocuments(
  source: Source,
  flavour: ScriptFlavour,
  neighbours: ConfNeighbours = nothingElse,
): readonly Document[] {
  const result = parseScript(source.text, flavour);
  if (result.kind === 'unreadable') return [{ ...source, ...result }];
  const { files, included } = includableFiles(neighbours);
  return [
    { ...source, kind: 'settings', model: { ...scriptSettings(result.model, files), included } },
    { ...source, ...result },
  ];
}
