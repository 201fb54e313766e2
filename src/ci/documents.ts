import type { Document, Source } from '../model/document.ts';
import type { Workflow } from '../model/workflow.ts';
import { parseWorkflow } from '../parse/workflow.ts';
import type { ConfNeighbours } from '../settings/included.ts';
import { includableFiles, nothingElse } from '../settings/included.ts';
import { workflowSettings } from './workflow-settings.ts';

/** The documents of a workflow or action: its settings and itself, or one that says why it was not read. */
export function workflowDocuments(
  source: Source,
  flavour: Workflow['flavour'],
  neighbours: ConfNeighbours = nothingElse,
): readonly Document[] {
  const result = parseWorkflow(source.text, flavour);
  if (result.kind === 'unreadable') return [{ ...source, ...result }];
  const { files, included } = includableFiles(neighbours);
  const settings = workflowSettings(result.model, files);
  return [
    { ...source, kind: 'settings', model: { ...settings, included } },
    { ...source, ...result },
  ];
}
