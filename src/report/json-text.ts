/**
 * Characters JSON.stringify leaves as they are although a terminal, an editor or the Actions runner acts
 * on them: DEL and C1 controls, format characters such as bidi, line separators. All are legal only
 * inside strings, where `\u` spells the same value.
 */
const unsafe =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * A value as indented JSON with a final line break. Keys stand in the order they were put in, so equal
 * values give equal bytes. No line is a workflow command: `##[` is spelt with an escape.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(unsafe, spelt).replaceAll('##[', '##\\u005b')}\n`;
}

function spelt(char: string): string {
  // JSON.stringify's own layout is the only place where a line break stands outside a string.
  if (char === '\n') return char;
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
