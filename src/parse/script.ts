import type { Unreadable } from '../model/document.ts';
import type { MappedText } from '../model/mapped-text.ts';
import { verbatim } from '../model/mapped-text.ts';
import type { Script, ScriptFlavour } from '../model/script.ts';
import type { Span } from '../model/span.ts';
import { readDockerfile } from './dockerfile.ts';
import type { RecipeVariable } from './recipe.ts';
import { recipeTexts, recipeVariables } from './recipe.ts';
import { parseShell } from './shell/script.ts';

export type ScriptResult =
  | { readonly kind: 'script'; readonly model: Script }
  | { readonly kind: 'unreadable'; readonly model: Unreadable };

/** Reads the shell commands of a script, justfile, Makefile or Dockerfile. */
export function parseScript(text: string, flavour: ScriptFlavour): ScriptResult {
  const { constants, images, texts, variables } = partsOf(text, flavour);
  const scripts = texts.map((one) => parseShell(one, constants));
  const stopped = scripts.find(({ stoppedAt }) => stoppedAt !== undefined)?.stoppedAt;
  if (stopped !== undefined) return tooDeep(stopped);
  return { kind: 'script', model: { flavour, scripts, images, variables } };
}

type Parts = Pick<Script, 'images' | 'variables'> & {
  readonly texts: readonly MappedText[];
  /** Variables with one known value, by name. */
  readonly constants: ReadonlyMap<string, string>;
};

function partsOf(text: string, flavour: ScriptFlavour): Parts {
  if (flavour === 'dockerfile') return { ...readDockerfile(text), constants: new Map() };
  if (flavour === 'shell') {
    return { texts: [verbatim(text)], images: [], variables: [], constants: new Map() };
  }
  const set = recipeVariables(text, flavour);
  return {
    texts: recipeTexts(text, flavour),
    images: [],
    variables: set.filter(({ exported }) => exported),
    constants: constantsOf(set),
  };
}

/** Longest value that is put in place of a variable. */
const maxValue = 2_000;

/** A variable that is set twice, or to what make expands, has no value that is known. */
function constantsOf(variables: readonly RecipeVariable[]): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const constants = new Map<string, string>();
  for (const { name, text } of variables) {
    const value = text.value.text;
    if (!seen.has(name) && !value.includes('$') && value.length <= maxValue)
      constants.set(name, value);
    else constants.delete(name);
    seen.add(name);
  }
  return constants;
}

function tooDeep(at: Span): ScriptResult {
  const problem = 'shell script nested deeper than is read';
  const help = 'Move the inner script to a file of its own.';
  return { kind: 'unreadable', model: { cause: 'limit', problem, at, help } };
}
