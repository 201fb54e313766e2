import type { MappedText, Run } from '../model/mapped-text.ts';
import { mappedFromRuns, mappedSpan, verbatim } from '../model/mapped-text.ts';
import type { Text } from '../model/workflow.ts';

/**
 * The shell text of the recipes of a justfile or Makefile. Consecutive recipe lines are read as one script, which
 * keeps continuations and heredocs whole; `@`, `-` and `+` before a command only tell the tool how to run it.
 */
export function recipeTexts(text: string, flavour: 'justfile' | 'makefile'): readonly MappedText[] {
  const texts: MappedText[] = [];
  let block: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const belongs = isRecipeLine(line, flavour) || (block.length > 0 && line.trim() === '');
    if (belongs) block.push({ text: line, at });
    else if (block.length > 0) {
      texts.push(blockText(block, flavour));
      block = [];
    }
    at += line.length + 1;
  }
  if (block.length > 0) texts.push(blockText(block, flavour));
  return texts;
}

type Line = { readonly text: string; readonly at: number };

function isRecipeLine(line: string, flavour: 'justfile' | 'makefile'): boolean {
  return line.startsWith('\t') || (flavour === 'justfile' && line.startsWith(' '));
}

function blockText(block: readonly Line[], flavour: 'justfile' | 'makefile'): MappedText {
  const runs: Run[] = [];
  let text = '';
  let continued = false;
  for (const line of block) {
    const prefix = continued ? /^[ \t]*/ : /^[ \t]*[@+-]*[ \t]*/;
    const skipped = prefix.exec(line.text)?.[0].length ?? 0;
    runs.push({ at: text.length, source: line.at + skipped });
    const rest = line.text.slice(skipped);
    // Looking at the end of what is being put together would copy it for every line.
    continued = rest.endsWith('\\');
    text += `${flavour === 'makefile' ? makeText(rest) : justText(rest)}\n`;
  }
  return mappedFromRuns(text, runs, (offset) => offset);
}

/** `$(NAME)` is a variable of make and `$$` a dollar of the shell; both keep their length. */
function makeText(line: string): string {
  return line.replace(/\$\$/g, ' $').replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}');
}

/** `{{ name }}` is filled in by just; a shell variable of the same length stands in for it. */
function justText(line: string): string {
  return line.replace(/\{\{[^{}]*\}\}/g, (mark) => `\${${'_'.repeat(mark.length - 3)}}`);
}

/** `name = value` outside of recipes: what make and just know, and whether commands get it in their environment. */
export type RecipeVariable = {
  readonly name: string;
  readonly text: Text;
  readonly exported: boolean;
};

/** The variables a justfile or Makefile sets to something that is no expression. */
export function recipeVariables(
  text: string,
  flavour: 'justfile' | 'makefile',
): readonly RecipeVariable[] {
  const exportsAll = /^set export\b|^export[ \t]*$/m.test(text);
  const found: RecipeVariable[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const variable = isRecipeLine(line, flavour) ? undefined : variableIn(line, at, flavour);
    if (variable !== undefined)
      found.push({ ...variable, exported: variable.exported || exportsAll });
    at += line.length + 1;
  }
  return found;
}

function variableIn(
  line: string,
  at: number,
  flavour: 'justfile' | 'makefile',
): RecipeVariable | undefined {
  const head = /^(export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*(?:::?|[?+])?=[ \t]*/.exec(line);
  if (head === null) return undefined;
  const [whole, exported, name = ''] = head;
  const rest = line.slice(whole.length).trimEnd();
  const quoted = flavour === 'justfile' ? /^(["'])([^"'\\]*)\1$/.exec(rest) : null;
  if (flavour === 'justfile' && quoted === null) return undefined;
  const value = verbatim(quoted?.[2] ?? rest, at + whole.length + (quoted === null ? 0 : 1));
  return { name, text: { value, span: mappedSpan(value) }, exported: exported !== undefined };
}
