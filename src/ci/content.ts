import { expressionsIn } from '../model/expression.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Word } from '../model/shell.ts';
import { lastAtMost } from '../model/bisect.ts';
import type { Span } from '../model/span.ts';

/** A text with its places and the ranges in it that are filled in at run time. */
export type Content = MappedText & { readonly opaque: readonly Span[] };

/** The value of a shell word. */
export function wordContent(word: Word): Content {
  if (!word.known) return { ...word.value, opaque: word.opaque };
  return yamlContent(word.value);
}

/** A YAML value, or shell text taken literally, in which GitHub still fills in expressions. */
export function yamlContent(value: MappedText): Content {
  return { ...value, opaque: expressionsIn(value.text).map(({ span }) => span) };
}

/** Text that a program makes and nobody wrote, such as the line break of `echo`; it stands at `at`. */
export function madeUp(text: string, at: number): Content {
  return { text, locate: () => at, opaque: [] };
}

/** The contents one after the other. */
export function joinContents(parts: readonly Content[]): Content {
  const starts: number[] = [];
  const opaque: Span[] = [];
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    for (const { start, end } of part.opaque) {
      opaque.push({ start: start + text.length, end: end + text.length });
    }
    text += part.text;
  }
  const locate = (offset: number): number => {
    const index = lastAtMost(starts, offset);
    return parts[index]?.locate(offset - (starts[index] ?? 0)) ?? 0;
  };
  return { text, locate, opaque };
}

/** Splits at the first occurrence of `separator`, and again, as often as it occurs. */
export function splitContent(content: Content, separator: string): Content[] {
  const parts: Content[] = [];
  // Ranges are in order: each is looked at for the parts it touches, not for all of them.
  let first = 0;
  const add = (start: number, end: number): void => {
    while ((content.opaque[first]?.end ?? Infinity) <= start) first++;
    let last = first;
    while ((content.opaque[last]?.start ?? Infinity) < end) last++;
    parts.push(part(content, start, end, content.opaque.slice(first, last)));
  };
  let start = 0;
  for (let at = content.text.indexOf(separator); at >= 0;) {
    add(start, at);
    start = at + separator.length;
    at = content.text.indexOf(separator, start);
  }
  add(start, content.text.length);
  return parts;
}

/** The part of a content between two of its offsets. */
export function sliceContent(content: Content, start: number, end = content.text.length): Content {
  const touched = content.opaque.filter((range) => range.start < end && range.end > start);
  return part(content, start, end, touched);
}

function part(content: Content, start: number, end: number, touched: readonly Span[]): Content {
  const opaque = touched.map((range) => ({
    start: Math.max(range.start, start) - start,
    end: Math.min(range.end, end) - start,
  }));
  const locate = (offset: number): number => content.locate(Math.min(start + offset, end));
  return { text: content.text.slice(start, end), locate, opaque };
}
