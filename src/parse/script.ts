import type { Unreadable } from '../model/document.ts';
import type { MappedText } from '../model/mapped-text.ts';
import { verbatim } from '../model/mapped-text.ts';
import type { Script, ScriptFlavour } from '../model/script.ts';
import type { Span } from '../model/span.ts';
import { readDockerfile } from './dockerfile.ts';
import { recipeTexts } from './recipe.ts';
import { parseShell } from './shell/script.ts';

export type ScriptResult =
  | { readonly kind: 'script'; readonly model: Script }
  | { readonly kind: 'unreadable'; readonly model: Unreadable };

/** Reads the shell commands of a script, justfile, Makefile or Dockerfile. */
export function parseScript(text: string, flavour: ScriptFlavour): ScriptResult {
  const { texts, images, variables } = partsOf(text, flavour);
  const scripts = texts.map((one) => parseShell(one));
  const stopped = scripts.find(({ stoppedAt }) => stoppedAt !== undefined)?.stoppedAt;
  if (stopped !== undefined) return tooDeep(stopped);
  return { kind: 'script', model: { flavour, scripts, images, variables } };
}

type Parts = Pick<Script, 'images' | 'variables'> & { readonly texts: readonly MappedText[] };

function partsOf(text: string, flavour: ScriptFlavour): Parts {
  if (flavour === 'dockerfile') return readDockerfile(text);
  const texts = flavour === 'shell' ? [verbatim(text)] : recipeTexts(text, flavour);
  return { texts, images: [], variables: [] };
}

function tooDeep(at: Span): ScriptResult {
  const problem = 'shell script nested deeper than is read';
  const help = 'Move the inner script to a file of its own.';
  return { kind: 'unreadable', model: { cause: 'limit', problem, at, help } };
}
