import type { NixDialect } from './merge.ts';

/** What a printed form depends on besides the text. */
export type PrintOptions = {
  /** Absolute directory that relative paths are taken from. */
  readonly basePath: string;
  /** Home directory that `~/…` stands for. */
  readonly home: string;
  readonly dialect: NixDialect;
};

/** A string literal; 2.8 escapes every `$`, later versions one before `{`. */
export function printString(value: string, dialect: NixDialect): string {
  const body = value.replace(/["\\\n\r\t]|\$(?=(\{?))/g, (char, brace: string | undefined) => {
    if (char === '$') return dialect === '2.8' || brace === '{' ? '\\$' : '$';
    return escapes.get(char) ?? char;
  });
  return `"${body}"`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const reserved: ReadonlySet<string> = new Set(
  'if then else assert with let in rec inherit'.split(' '),
);

/** A name, quoted when it is no identifier; 2.8 knows only `if` as reserved. */
export function printName(name: string, dialect: NixDialect): string {
  if (dialect === '2.8' ? name === 'if' : reserved.has(name)) return `"${name}"`;
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) ? name : printString(name, dialect);
}

/** A float as C++ streams print it: six significant digits. */
export function printFloat(value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return trimZeros(value.toFixed(5 - power));
  const digits = String(Math.abs(power)).padStart(2, '0');
  return `${trimZeros(mantissa)}e${power < 0 ? '-' : '+'}${digits}`;
}

function trimZeros(digits: string): string {
  if (!digits.includes('.')) return digits;
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, digits[end - 1] === '.' ? end - 1 : end);
}

/** A path literal made absolute and free of `.` and `..`; a slash at its end stays, links are not followed. */
export function printPath(literal: string, options: PrintOptions): string {
  if (literal.startsWith('~')) return options.home + literal.slice(1);
  const full = literal.startsWith('/') ? literal : `${options.basePath}/${literal}`;
  const kept: string[] = [];
  for (const segment of full.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const slash = literal.endsWith('/') && literal.length > 1 ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}
