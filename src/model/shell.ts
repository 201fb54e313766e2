import type { MappedText } from './mapped-text.ts';
import type { Span } from './span.ts';

/** What a word is made of. Only literals are known without running anything. */
export type WordPart =
  | { readonly kind: 'literal'; readonly text: string }
  /**
   * `$name`, `${name…}`; `name` is empty for special parameters such as `$1`. `operation` is what follows the name in
   * braces, `:-x` of `${name:-x}`, or the mark before it.
   */
  | { readonly kind: 'variable'; readonly name: string; readonly operation?: string }
  /** `${{ … }}`: GitHub pastes the value in before any shell reads the script. */
  | { readonly kind: 'expression'; readonly text: string }
  /** `$(…)`, backticks, `<(…)`, arithmetic; commands inside stand in the script on their own. */
  | { readonly kind: 'substitution' };

/** A word after quote removal. */
export type Word = {
  readonly parts: readonly WordPart[];
  /**
   * Literals unquoted, everything else as written with its whitespace and `#` replaced by `_`,
   * so that the text splits into words where the shell's value would, as far as that is known.
   */
  readonly value: MappedText;
  /** Ranges of `value.text` that are not literal. */
  readonly opaque: readonly Span[];
  /** Every part is literal: `value.text` is what the program gets. */
  readonly known: boolean;
  readonly span: Span;
};

/** `name=value` before a command, or alone. */
export type ShellAssignment = { readonly name: string; readonly value: Word; readonly span: Span };

export type Redirection = {
  /** Without the file descriptor: `<`, `>`, `>>`, `<<<`, `>&` and so on; heredocs stand apart. */
  readonly operator: string;
  readonly target: Word;
  readonly span: Span;
};

/** The text a heredoc feeds to its command; a quoted delimiter keeps `$` literal. */
export type Heredoc = { readonly quoted: boolean; readonly body: Word };

/** How a nested command reaches the one around it. */
export type Nesting = {
  /** Index of the outer command in the script. */
  readonly command: number;
  /** `string`: the text of an argument such as `sh -c '…'`. */
  readonly by: 'substitution' | 'process' | 'string';
};

export type ShellCommand = {
  readonly assignments: readonly ShellAssignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly heredocs: readonly Heredoc[];
  /** Index of the first command of the next stage of the pipeline. */
  readonly pipesInto?: number;
  readonly within?: Nesting;
  readonly span: Span;
};

export type ShellScript = {
  /** Simple commands in the order they start, nested ones included. */
  readonly commands: readonly ShellCommand[];
  /** Where reading stopped because nesting or size passed a limit of ours. */
  readonly stoppedAt?: Span;
};

/** The value of a word that is wholly literal. */
export function literalOf(word: Word | undefined): string | undefined {
  return word?.known === true ? word.value.text : undefined;
}

/** A word as a person would write it without quotes, for messages. */
export function shownWord(word: Word): string {
  return word.parts.map(shownPart).join('');
}

function shownPart(part: WordPart): string {
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'expression') return `\${{ ${part.text} }}`;
  if (part.kind === 'substitution') return '$(…)';
  return part.name === '' ? '$_' : `$${part.name}`;
}
