import type { Finding } from '../model/finding.ts';
import { shortened, shownMessage } from './visible.ts';

/** What is wrong and how to fix it in one line, for formats that have one field for both. */
export function explained(finding: Finding): string {
  const { help } = finding;
  const message = titledMessage(finding);
  if (help === '') return message;
  return `${message}. ${shownMessage(help.charAt(0).toUpperCase() + help.slice(1))}`;
}

/** The message, led by the subject when it does not name it: `devenv/nixpkgs: locked to …`. */
export function titledMessage(finding: Finding): string {
  const subject = unnamedSubject(finding);
  return shownMessage(subject === undefined ? finding.message : `${subject}: ${finding.message}`);
}

/** Names come from locks and may be megabytes; the message behind them must still be seen. */
const maxSubject = 200;

/**
 * The subject, unless message or path name it already: a line full of inputs does not tell which one is
 * meant. Not yet made visible.
 */
export function unnamedSubject({ message, path, subject }: Finding): string | undefined {
  if (subject === '' || subject === path || names(message, subject)) return undefined;
  const [file, attribute] = cutAt(subject, '.drv#');
  if (path.endsWith(file) && attribute !== '' && names(message, attribute)) return undefined;
  return shortened(subject, maxSubject);
}

/** A subject inside a derivation is its file and the attribute. */
function cutAt(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.indexOf(mark);
  if (at < 0) return [text, ''];
  return [`${text.slice(0, at)}.drv`, text.slice(at + mark.length)];
}

/** Whether a name stands in a text, and not just as a part of a longer one. */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isNamePart(text[at - 1]) && !isNamePart(text[at + name.length])) return true;
  }
  return false;
}

function isNamePart(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}_/-]/u.test(char);
}
