import type { MappedText } from '../model/mapped-text.ts';
import { mappedSpan, sliceMapped, verbatim } from '../model/mapped-text.ts';
import type { Script } from '../model/script.ts';
import type { Text } from '../model/workflow.ts';

type Dockerfile = Pick<Script, 'images' | 'variables'> & { readonly texts: readonly MappedText[] };

/** One instruction with its continuation lines and heredocs. */
type Instruction = { readonly name: string; readonly rest: MappedText };

/**
 * Reads the `RUN`, `ENV` and `FROM` instructions of a Dockerfile (docs.docker.com, Dockerfile reference). The exec form
 * `RUN ["nix", "build"]` is close enough to shell once its brackets and commas are taken off.
 */
export function readDockerfile(text: string): Dockerfile {
  const texts: MappedText[] = [];
  const images: Text[] = [];
  const variables: { name: string; text: Text }[] = [];
  for (const { name, rest } of instructions(text)) {
    if (name === 'RUN') texts.push(shellText(rest));
    if (name === 'FROM') images.push(...imageOf(rest));
    if (name === 'ENV') variables.push(...variableOf(rest));
  }
  return { texts, images, variables };
}

function* instructions(text: string): Generator<Instruction> {
  const whole = verbatim(text);
  for (let at = 0; at < text.length;) {
    const head = /^[ \t]*([A-Za-z]+)[ \t]+/.exec(text.slice(at, at + 100));
    const end = head === null ? lineEnd(text, at) : instructionEnd(text, at);
    if (head !== null) {
      const rest = sliceMapped(whole, at + head[0].length, end);
      yield { name: (head[1] ?? '').toUpperCase(), rest };
    }
    at = end + 1;
  }
}

/** An instruction goes on after a backslash; comment lines in between belong to it. A heredoc ends at its delimiter. */
function instructionEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  const heredoc = /<<-?\s*["']?(\w+)["']?/.exec(text.slice(start, Math.min(end, start + 1000)));
  if (heredoc !== null) return heredocEnd(text, end, heredoc[1] ?? '');
  let line = text.slice(start, end);
  while (end < text.length && /\\[ \t\r]*$/.test(line.slice(-20))) {
    const from = end + 1;
    end = lineEnd(text, from);
    line = text.slice(from, end);
    while (end < text.length && /^[ \t]*#/.test(line.slice(0, 200))) {
      const next = end + 1;
      end = lineEnd(text, next);
      line = text.slice(next, end);
    }
  }
  return end;
}

function heredocEnd(text: string, from: number, delimiter: string): number {
  for (let at = from + 1; at < text.length;) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() === delimiter) return end;
    at = end + 1;
  }
  return text.length;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Takes `--mount=…` flags and the brackets of the exec form off, lengths kept; comment lines become continuations. */
function shellText(rest: MappedText): MappedText {
  const flags = /^(?:--[a-z]+(?:=\S+)?[ \t]+)*/.exec(rest.text)?.[0].length ?? 0;
  const body = sliceMapped(rest, flags);
  if (/^<<-?\s*["']?\w+["']?\s*$/.test(body.text.split('\n')[0] ?? '')) {
    return heredocBody(body);
  }
  const exec = body.text.startsWith('[');
  const text = exec
    ? body.text.replace(/^\[|\]\s*$/g, (mark) => ' '.repeat(mark.length)).replace(/",/g, '" ')
    : blankComments(body.text);
  return { text, locate: body.locate };
}

/** The body of `RUN <<E` is the script. */
function heredocBody(body: MappedText): MappedText {
  const start = body.text.indexOf('\n') + 1;
  const last = body.text.lastIndexOf('\n');
  return start === 0 ? body : sliceMapped(body, start, Math.max(start, last));
}

function blankComments(text: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const comment = index > 0 && /^[ \t]*#/.test(line.slice(0, 200));
      return comment ? `${' '.repeat(Math.max(0, line.length - 1))}\\`.slice(0, line.length) : line;
    })
    .join('\n');
}

function imageOf(rest: MappedText): Text[] {
  const match = /^(?:--\S+[ \t]+)*(\S+)/.exec(rest.text);
  const image = match?.[1];
  if (match === null || image === undefined) return [];
  const start = match[0].length - image.length;
  const value = sliceMapped(rest, start, match[0].length);
  return [{ value, span: mappedSpan(value) }];
}

/** `ENV NAME=value …` and `ENV NAME value`; only the first pair is looked at, quotes taken off. */
function variableOf(rest: MappedText): { name: string; text: Text }[] {
  const match = /^([A-Za-z_]\w*)(?:=|[ \t]+)(["']?)/.exec(rest.text);
  if (match === null) return [];
  const start = match[0].length;
  const quote = match[2] ?? '';
  const close = quote === '' ? -1 : rest.text.indexOf(quote, start);
  const value = sliceMapped(rest, start, close < 0 ? rest.text.length : close);
  return [{ name: match[1] ?? '', text: { value, span: mappedSpan(value) } }];
}
