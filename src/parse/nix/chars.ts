/** Character classes of Nix's lexer (src/libexpr/lexer.l), one bit each, for code units below 128. */
export const idStart = 1;
export const idPart = 2;
export const pathPart = 4;
export const schemePart = 8;
export const uriPart = 16;
export const digit = 32;
export const letter = 64;
export const space = 128;

const table = new Uint8Array(128);

function add(bit: number, chars: string): void {
  for (let at = 0; at < chars.length; at++) {
    const code = chars.charCodeAt(at);
    table[code] = (table[code] ?? 0) | bit;
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
add(letter, letters);
add(digit, digits);
add(idStart, `${letters}_`);
add(idPart, `${letters}${digits}_'-`);
add(pathPart, `${letters}${digits}._-+`);
add(schemePart, `${letters}${digits}+-.`);
add(uriPart, `${letters}${digits}%/?:@&=+$,-_.!~*'`);
add(space, ' \t\r\n');

/** Whether the code unit at an offset is in a class; false past either end. */
export function is(text: string, at: number, bit: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && ((table[code] ?? 0) & bit) !== 0;
}

/** First offset at or after `at` that is not in the class. */
export function skip(text: string, at: number, bit: number): number {
  let end = at;
  while (is(text, end, bit)) end++;
  return end;
}
