import type { Unreadable } from '../model/document.ts';
import type { MappedText } from '../model/mapped-text.ts';
import { verbatim } from '../model/mapped-text.ts';
import type { Script, ScriptFlavour } from '../model/script.ts';
import type { Span } from '../model/span.ts';
import { readDockerfile } from './dockerfile.ts';
import type { RecipeVariable } from './recipe.ts';
import { recipeTexts, recipeVariables } from './recipe.ts';
import type { KnownValues } from './shell/constants.ts';
import { nothingKnown } from './shell/constants.ts';
import { parseShell } from './shell/script.ts';

export type ScriptResult =
  | { readonly kind: 'script'; readonly model: Script }
  | { readonly kind: 'unreadable'; readonly model: Unreadable };

/** Reads the shell commands of a script, justfile, Makefile or Dockerfile. */
export function parseScript(text: string, flavour: ScriptFlavour): ScriptResult {
  const { environment, images, texts, variables } = partsOf(text, flavour);
  const scripts = texts.map((one) => parseShell(one, environment));
  const stopped = scripts.find(({ stoppedAt }) => stoppedAt !== undefined)?.stoppedAt;
  if (stopped !== undefined) return tooDeep(stopped);
  return { kind: 'script', model: { flavour, scripts, images, variables } };
}

type Parts = Pick<Script, 'images' | 'variables'> & {
  readonly texts: readonly MappedText[];
  readonly environment: KnownValues;
};

function partsOf(text: string, flavour: ScriptFlavour): Parts {
  if (flavour === 'dockerfile') return { ...readDockerfile(text), environment: nothingKnown };
  if (flavour === 'shell') {
    return { texts: [verbatim(text)], images: [], variables: [], environment: nothingKnown };
  }
  const set = recipeVariables(text, flavour);
  return {
    texts: recipeTexts(text, flavour),
    images: [],
    variables: set.filter(({ exported }) => exported),
    environment: valuesOf(set),
  };
}

/** A variable that is set twice, or to what make expands, has no value that is known. */
function valuesOf(variables: readonly RecipeVariable[]): KnownValues {
  const known = new Map<string, string | undefined>();
  for (const { name, text } of variables) {
    const value = text.value.text;
    known.set(name, known.has(name) || value.includes('$') ? undefined : value);
  }
  return (name) => known.get(name);
}

function tooDeep(at: Span): ScriptResult {
  const problem = 'shell script nested deeper than is read';
  const help = 'Move the inner script to a file of its own.';
  return { kind: 'unreadable', model: { cause: 'limit', problem, at, help } };
}
