import { nixString, select, shapeOf, showPath } from './outputs.ts';
import type { OutputShape } from './outputs.ts';
import type { Question } from './batch.ts';

/** How deep an output of unknown shape is searched, e.g. `deploy.nodes.<host>.profiles.<name>.path`. */
const SEARCH_DEPTH = 6;

/** An attribute that should lead to derivations. */
export type Target = { readonly path: readonly string[]; readonly shape: OutputShape };

/** A question for the attribute paths below one output; none for outputs that hold no derivations. */
export function listing(output: string): Question | undefined {
  const shape = shapeOf(output);
  const base = select('outputs', [output]);
  const expression = listingOf(output, base, shape);
  return expression === undefined ? undefined : { subject: output, expression };
}

function listingOf(output: string, base: string, shape: OutputShape): string | undefined {
  const name = nixString(output);
  if (shape.kind === 'ignored') return undefined;
  if (shape.kind === 'nested') return `find ${SEARCH_DEPTH} [ ${name} ] ${base}`;
  if (shape.kind === 'configuration') {
    return `map (name: [ ${name} name ]) (builtins.attrNames ${base})`;
  }
  if (!shape.many) return `if ${base} ? \${system} then [ [ ${name} system ] ] else [ ]`;
  return `map (name: [ ${name} system name ]) (builtins.attrNames (${base}.\${system} or { }))`;
}

/** The attribute that is itself the derivation; undefined where a target may lead to several or to none. */
export function jobOf({ path, shape }: Target): string | undefined {
  if (shape.kind === 'derivation') return select('outputs', path);
  if (shape.kind === 'configuration') return select('outputs', [...path, ...shape.below]);
  return undefined;
}

/** A question for the `.drv` paths one attribute leads to. */
export function derivationsOf({ path, shape }: Target): Question {
  const value = select('outputs', path);
  const subject = showPath(path);
  if (shape.kind === 'app') return { subject, expression: `appOf ${value}` };
  const job = jobOf({ path, shape });
  return { subject, expression: job === undefined ? `any ${value}` : `drvOf ${job}` };
}

/**
 * A question for an attribute somebody named, looked up as Nix does for an installable: in the packages of
 * this system first, then among all outputs.
 */
export function named(path: readonly string[]): Question {
  const places = ['packages', 'legacyPackages'].map((output) => {
    const base = `(outputs.${output}.\${system} or { })`;
    return `if ${base} ? ${path.map(nixString).join('.')} then any ${select(base, path)} else`;
  });
  const whole = select('outputs', path);
  return { subject: showPath(path), expression: `${places.join(' ')} any ${whole}` };
}
