const named: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['e', '\u001b'],
  ['E', '\u001b'],
  ['f', '\f'],
  ['v', '\v'],
]);

/** One character of `$'…'` at an offset: what it means and how many characters it is written with. */
export function ansiUnit(text: string, at: number): { text: string; width: number } {
  const char = text.charAt(at);
  if (char !== '\\') return { text: char, width: 1 };
  const letter = text.charAt(at + 1);
  const simple = named.get(letter);
  if (simple !== undefined) return { text: simple, width: 2 };
  const coded = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3}))/.exec(
    text.slice(at + 1, at + 6),
  );
  if (coded === null) {
    const escapes = letter === '\\' || letter === "'" || letter === '"' || letter === '?';
    return escapes ? { text: letter, width: 2 } : { text: char, width: 1 };
  }
  const [all, hex, unicode, octal] = coded;
  const code =
    octal === undefined ? Number.parseInt(hex ?? unicode ?? '', 16) : Number.parseInt(octal, 8);
  return {
    text: String.fromCharCode(octal === undefined ? code : code & 255),
    width: 1 + all.length,
  };
}
