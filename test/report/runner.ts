/**
 * The commands the Actions runner would obey in a log, by its own grammar (actions/runner,
 * ActionCommand.cs): `::name props::data` at the start of a line after white space, and `##[name props]data`
 * anywhere in one. Known names only; the runner prints the rest.
 */
export type Command = {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
};

const known = new Set(
  'stop-commands set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice group endgroup echo'.split(
    ' ',
  ),
);

export function commandsIn(log: string): readonly Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = modern(line.trimStart()) ?? legacy(line);
    return command === undefined ? [] : [command];
  });
}

function modern(line: string): Command | undefined {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) return undefined;
  return commandOf(line.slice(2, end), ',', line.slice(end + 2));
}

function legacy(line: string): Command | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1));
}

function commandOf(head: string, separator: string, data: string): Command | undefined {
  const [name = '', ...rest] = head.split(' ');
  if (!known.has(name.toLowerCase())) return undefined;
  const properties = new Map<string, string>();
  for (const part of rest.join(' ').trim().split(separator)) {
    const cut = part.indexOf('=');
    if (cut > 0) properties.set(part.slice(0, cut), unescaped(part.slice(cut + 1)));
  }
  return { name: name.toLowerCase(), properties, data: unescaped(data) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
