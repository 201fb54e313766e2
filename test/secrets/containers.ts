/** A text that holds a value under a name, and where the value stands in it as written. */
export type Contained = { readonly text: string; readonly start: number; readonly end: number };

type Container = (
  name: string,
  value: string,
) => { readonly text: string; readonly written: string };

const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);

/** The kinds of text that end up in the store. Several lines are written as each notation does it. */
export const containers: Readonly<Record<string, Container>> = {
  'shell script': (name, value) => ({
    written: value,
    text: `#!/bin/sh\nset -eu\nexport ${name}='${value}'\nexec app "$@"\n`,
  }),
  'systemd unit': (name, value) => ({
    written: escaped(value),
    text: `[Service]\nEnvironment="${name}=${escaped(value)}"\nExecStart=/bin/app\n`,
  }),
  JSON: (name, value) => ({
    written: escaped(value),
    text: JSON.stringify({ a: 1, settings: { [name]: value, z: true } }, null, 2),
  }),
  'compact JSON': (name, value) => ({
    written: escaped(value),
    text: JSON.stringify({ a: 1, settings: { [name]: value, z: true } }),
  }),
  YAML: (name, value) => ({
    written: escaped(value),
    text: `a: 1\nsettings:\n  ${name}: "${escaped(value)}"\n  z: true\n`,
  }),
  'plain YAML': (name, value) => ({
    written: escaped(value),
    text: `a: 1\nsettings:\n  ${name}: ${escaped(value)}\n`,
  }),
  Nix: (name, value) => ({
    written: escaped(value),
    text: `{ config, ... }:\n{\n  services.app.${name} = "${escaped(value)}";\n}\n`,
  }),
  'Nix lines': (name, value) => {
    const written = value.split('\n').join('\n    ');
    return { written, text: `{\n  services.app.${name} = ''${written}'';\n}\n` };
  },
  env: (name, value) => ({
    written: escaped(value),
    text: `A=1\n${name}=${escaped(value)}\nZ=2\n`,
  }),
};

/** Puts a value into a container. Throws when the value does not stand there exactly once. */
export function contain(kind: string, name: string, value: string): Contained {
  const container = containers[kind];
  if (container === undefined) throw new Error(`no container ${kind}`);
  const { text, written } = container(name, value);
  const start = text.indexOf(written);
  if (start < 0 || text.includes(written, start + 1))
    throw new Error(`${kind} holds ${name} not once`);
  return { text, start, end: start + written.length };
}

const percent = (text: string): string =>
  Array.from(
    Buffer.from(text),
    (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  ).join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Encodings by the names that hits give them, outermost first. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  base64,
  base64url: (text) => Buffer.from(`${text}\n~~?`).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent,
  'base64 base64': (text) => base64(base64(text)),
  'base64 hex': (text) => base64(Buffer.from(text).toString('hex')),
  'percent base64': (text) => percent(base64(text)),
};
