import type { Job, Text } from '../model/workflow.ts';
import { itemsOf, scalarAt, valueAt } from '../model/yaml.ts';
import type { YamlEntry, YamlNode } from '../model/yaml.ts';
import type { StepContext } from './workflow-step.ts';
import {
  byName,
  namedTexts,
  readPermissions,
  readSteps,
  readUses,
  runDefaults,
  withVariables,
} from './workflow-step.ts';

/** Values of one matrix key that are looked at; GitHub makes at most 256 jobs of a matrix. */
const MAX_MATRIX_VALUES = 256;

/** Reads one entry of `jobs`. */
export function readJob(entry: YamlEntry, outer: StepContext): Job {
  const job = entry.value;
  const environment = withVariables(outer.environment, valueAt(job, 'env'));
  const context = { ...outer, ...runDefaults(job, outer), environment };
  const uses = scalarAt(job, 'uses');
  const secrets = valueAt(job, 'secrets');
  return {
    id: entry.key,
    idSpan: entry.keySpan,
    span: job.span,
    runsOn: readLabels(job),
    permissions: readPermissions(valueAt(job, 'permissions')),
    env: namedTexts(valueAt(job, 'env')),
    container: scalarAt(job, 'container') ?? scalarAt(valueAt(job, 'container'), 'image'),
    containerEnv: namedTexts(valueAt(valueAt(job, 'container'), 'env')),
    condition: scalarAt(job, 'if'),
    environment: valueAt(job, 'environment')?.span,
    uses: uses === undefined ? undefined : readUses(uses),
    with: byName(valueAt(job, 'with')),
    secrets: namedTexts(secrets),
    inheritsSecrets: secrets?.kind === 'scalar' && secrets.value.text === 'inherit',
    needs: itemsOf(valueAt(job, 'needs')).flatMap((item) =>
      item.kind === 'scalar' ? [item.value.text] : [],
    ),
    steps: readSteps(valueAt(job, 'steps'), context),
  };
}

/** `runs-on` as label, list, or `group` and `labels`; a label that is a matrix key becomes the values of that key. */
function readLabels(job: YamlNode): readonly Text[] {
  const runsOn = valueAt(job, 'runs-on');
  const written =
    runsOn?.kind === 'map'
      ? [...itemsOf(valueAt(runsOn, 'labels')), ...itemsOf(valueAt(runsOn, 'group'))]
      : itemsOf(runsOn);
  return written.flatMap((label) => {
    if (label.kind !== 'scalar') return [];
    const values = matrixValues(valueAt(valueAt(job, 'strategy'), 'matrix'), label.value.text);
    return values.length > 0 ? values : [label];
  });
}

/** The plain values `${{ matrix.a.b }}` takes, when that is all a label is. */
function matrixValues(matrix: YamlNode | undefined, label: string): readonly Text[] {
  const path = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(label)?.[1]?.split('.');
  const [key = '', ...rest] = path ?? [];
  if (path === undefined || matrix?.kind !== 'map') return [];
  const listed = itemsOf(valueAt(matrix, key));
  const included = itemsOf(valueAt(matrix, 'include')).map((row) => valueAt(row, key));
  return [...listed, ...included].slice(0, MAX_MATRIX_VALUES).flatMap((value) => {
    const inner = rest.reduce<YamlNode | undefined>(valueAt, value);
    return itemsOf(inner).filter((item) => item.kind === 'scalar');
  });
}
