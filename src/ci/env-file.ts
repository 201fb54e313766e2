import type { Content } from './content.ts';
import { joinContents, madeUp, sliceContent, splitContent } from './content.ts';

export type Variable = { readonly name: string; readonly content: Content };

/**
 * The variables in text written to `$GITHUB_ENV`: lines `NAME=value`, or `NAME<<DELIMITER` and all lines up to one that
 * is the delimiter (docs.github.com, workflow commands, environment files). Where no such line is known one may be
 * written by a program, so the variable has all lines that are left.
 */
export function envFileVariables(content: Content): readonly Variable[] {
  const found: Variable[] = [];
  let open: { name: string; delimiter: string; lines: Content[] } | undefined;
  for (const line of splitContent(content, '\n')) {
    if (open === undefined) {
      const head = /^([A-Za-z_]\w*)(=|<<)/.exec(line.text);
      if (head === null) continue;
      const [whole, name = '', operator] = head;
      if (operator === '=') found.push({ name, content: sliceContent(line, whole.length) });
      else open = { name, delimiter: line.text.slice(whole.length), lines: [] };
    } else if (line.text === open.delimiter) {
      found.push(variableOf(open));
      open = undefined;
    } else open.lines.push(line);
  }
  return open === undefined ? found : [...found, variableOf(open)];
}

function variableOf({
  lines,
  name,
}: {
  readonly name: string;
  readonly lines: readonly Content[];
}): Variable {
  const withBreaks = lines.flatMap((line) => [line, madeUp('\n', line.locate(line.text.length))]);
  return { name, content: joinContents(withBreaks) };
}
