import type { Content } from './content.ts';
import { joinContents, madeUp, sliceContent, splitContent } from './content.ts';

export type Variable = { readonly name: string; readonly content: Content };

/**
 * The variables in text written to `$GITHUB_ENV`: lines `NAME=value`, or `NAME<<DELIMITER` and all lines up to one that
 * is the delimiter (docs.github.com, workflow commands, environment files).
 */
export function envFileVariables(content: Content): readonly Variable[] {
  const found: Variable[] = [];
  let open: { name: string; delimiter: string; lines: Content[] } | undefined;
  for (const line of splitContent(content, '\n')) {
    if (open !== undefined) {
      if (line.text.trimEnd() !== open.delimiter) {
        open.lines.push(line);
        continue;
      }
      found.push({ name: open.name, content: joinContents(withBreaks(open.lines)) });
      open = undefined;
      continue;
    }
    const head = /^([A-Za-z_]\w*)(=|<<)/.exec(line.text);
    if (head === null) continue;
    const [whole, name = '', operator] = head;
    if (operator === '=') {
      found.push({ name, content: sliceContent(line, whole.length) });
    } else open = { name, delimiter: line.text.slice(whole.length).trimEnd(), lines: [] };
  }
  return found;
}

function withBreaks(lines: readonly Content[]): Content[] {
  return lines.flatMap((line) => [line, madeUp('\n', line.locate(line.text.length))]);
}
