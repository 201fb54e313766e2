import { cells } from './cells.ts';

/**
 * Breaks at spaces so that lines fit `width` terminal cells, of which `taken` are full in the first; a word
 * that is too long stands alone.
 */
export function wrapped(text: string, width: number, taken = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let used = Math.max(0, taken);
  for (const word of text.split(' ')) {
    const wide = cells(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += wide + (line === '' ? 0 : 1);
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A narrower last column is read slower than a line that runs over. */
const narrowest = 20;

/** The last cell of a row after what stands before it, wrapped below itself. */
export function lastColumn(before: string, text: string, width: number): string {
  const room = width - cells(before);
  if (room < narrowest) return `${before}${text}`;
  return before + wrapped(text, room).join(`\n${' '.repeat(cells(before))}`);
}
