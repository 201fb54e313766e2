/**
 * Characters that steer a terminal, reorder text or cannot be seen: controls, format characters (bidi
 * among them), lone surrogates, line separators, ignorables and noncharacters. One class, so it cannot
 * backtrack.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** The runner obeys `##[name]` anywhere in a line (actions/runner, ActionCommand.cs). */
const legacyCommand = /##\[/g;

/** The runner obeys `::name` at the start of a line, whatever white space precedes it. */
const leadingCommand = /^([^\S\r\n]*)::/gm;

/** One code point as `\u{…}`. */
export function codePointEscape(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Foreign text as one line on which nothing hides: every character of `hidden` becomes `\u{…}`. */
export function visible(text: string): string {
  return text.replace(hidden, codePointEscape);
}

/**
 * The last gate before text goes to a stream the runner reads: no line of the result is a workflow
 * command, however its parts came together.
 */
export function withoutCommands(text: string): string {
  return text.replace(legacyCommand, '##\\u{5b}').replace(leadingCommand, '$1\\u{3a}:');
}

/** At most `limit` code units of a text, never half a character, with the number of those left out. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = wholeCharacters(text, limit);
  return `${text.slice(0, cut)}… (${text.length - cut} more characters)`;
}

/** The largest offset up to `offset` that does not split a surrogate pair. */
export function wholeCharacters(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd8_00 && before <= 0xdb_ff ? offset - 1 : offset;
}

/**
 * A message as every format but JSON shows it. Messages embed foreign names, which may be megabytes:
 * thousands of findings about one such name must not multiply it.
 */
export function shownMessage(message: string): string {
  return visible(shortened(message, maxMessage));
}

const maxMessage = 2_000;
