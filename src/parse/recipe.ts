import type { MappedText, Run } from '../model/mapped-text.ts';
import { mappedFromRuns } from '../model/mapped-text.ts';

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
  for (const line of block) {
    const continued = text.endsWith('\\\n');
    const prefix = continued ? /^[ \t]*/ : /^[ \t]*[@+-]*[ \t]*/;
    const skipped = prefix.exec(line.text)?.[0].length ?? 0;
    runs.push({ at: text.length, source: line.at + skipped });
    const rest = line.text.slice(skipped);
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
