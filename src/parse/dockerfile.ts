import type { MappedText } from '../model/mapped-text.ts';
import { mappedSpan, sliceMapped, verbatim } from '../model/mapped-text.ts';
import type { Script } from '../model/script.ts';
import type { Text } from '../model/workflow.ts';
import { parseShell } from './shell/script.ts';

type Dockerfile = Pick<Script, 'images' | 'variables'> & { readonly texts: readonly MappedText[] };

/** One instruction with its continuation lines and heredocs. */
type Instruction = { readonly name: string; readonly rest: MappedText };

/**
 * Reads a Dockerfile (docs.docker.com, Dockerfile reference): what `FROM` names, what `ENV` and `ARG` set, and what
 * `RUN`, `CMD`, `ENTRYPOINT` run. The exec form `RUN ["nix", "build"]` is close enough to shell once its brackets and
 * commas are taken off; `COPY a b` is `cp a b`, and of a heredoc `tee b`.
 */
export function readDockerfile(text: string): Dockerfile {
  const texts: MappedText[] = [];
  const images: Text[] = [];
  const variables: { name: string; text: Text }[] = [];
  for (const { name, rest } of instructions(text)) {
    if (name === 'RUN' || name === 'CMD' || name === 'ENTRYPOINT') texts.push(shellText(rest));
    if (name === 'COPY' || name === 'ADD') texts.push(...copyText(rest));
    if (name === 'FROM') images.push(...imageOf(rest));
    if (name === 'ENV' || name === 'ARG') variables.push(...variablesOf(rest));
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

/** What `COPY` and `ADD` take from the context of the build; another stage has files that are not known. */
function copyText(rest: MappedText): readonly MappedText[] {
  if (/^(?:--\S+[ \t]+)*--from=/.test(rest.text)) return [];
  const body = shellText(rest);
  const text = body.text.startsWith('<<') ? `tee ${body.text}` : `cp  ${body.text}`;
  return [{ text, locate: (offset) => body.locate(Math.max(0, offset - 'tee '.length)) }];
}

/** `ENV NAME=value …`, `ENV NAME value` and `ARG NAME=value`; quotes and escapes are those of the shell. */
function variablesOf(rest: MappedText): readonly { name: string; text: Text }[] {
  const old = /^([A-Za-z_]\w*)[ \t]+/.exec(rest.text);
  if (old !== null) {
    const value = sliceMapped(rest, old[0].length);
    return [{ name: old[1] ?? '', text: { value, span: mappedSpan(value) } }];
  }
  const [command] = parseShell(rest).commands;
  return (command?.assignments ?? []).map(({ name, value }) => ({
    name,
    text: { value: value.value, span: value.span },
  }));
}
