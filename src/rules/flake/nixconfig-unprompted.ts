import type { Fix } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import type { FlakeSetting } from '../../model/flake-nix.ts';
import type { Span } from '../../model/span.ts';

/** The registry every Nix uses when nothing is set (libfetchers/fetch-settings.hh). */
const defaultRegistries: ReadonlySet<string> = new Set([
  '',
  'https://channels.nixos.org/flake-registry.json',
  'https://github.com/NixOS/flake-registry/raw/master/flake-registry.json',
]);

const prompts: ReadonlySet<string> = new Set([
  'bash-prompt',
  'bash-prompt-prefix',
  'bash-prompt-suffix',
]);

export const nixconfigUnprompted: RuleOf<'flake-nix'> = {
  id: 'flake-nixconfig-unprompted',
  summary: 'a flake sets something dangerous that Nix applies without asking',
  help: 'Remove it from nixConfig.',
  references: ['CWE-829', 'T1059.004'],
  kinds: ['flake-nix'],
  reasons: {
    registry: {
      summary: '`flake-registry` decides what names of flakes mean',
      levels: levels('warning', 'error'),
    },
    prompt: {
      summary: 'a prompt runs a command in the shell or sends control characters to the terminal',
      levels: levels('warning', 'error'),
    },
  },
  *check({ model, path, text }) {
    for (const setting of model.nixConfig.values()) {
      const reason = reasonOf(setting);
      if (reason === undefined) continue;
      const { name, span, nameSpan } = setting;
      const message =
        reason === 'registry'
          ? 'nixConfig chooses the registry, and Nix takes it without asking'
          : `nixConfig sets ${name} to something the shell runs or the terminal obeys, without asking`;
      yield { reason, subject: name, at: span, message, ...removal(nameSpan, span, path, text) };
    }
  },
};

function reasonOf({ name, value }: FlakeSetting): 'registry' | 'prompt' | undefined {
  const short = name.replace(/^extra-/, '');
  if (short === 'flake-registry') {
    return typeof value === 'string' && defaultRegistries.has(value) ? undefined : 'registry';
  }
  if (!prompts.has(short) || typeof value !== 'string') return undefined;
  return runsCommand(value) ? 'prompt' : undefined;
}

/** Bash expands command substitutions in PS1; `\\[`, `\\e` and their like only colour it. */
function runsCommand(prompt: string): boolean {
  if (prompt.includes('$(') || prompt.includes('`')) return true;
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001a\u001c-\u001f\u007f]|\u001b[^[]/.test(prompt);
}

/** Deletes the binding when it fills its lines, so that nothing else changes. */
function removal(name: Span, value: Span, path: string, text: string): { readonly fix?: Fix } {
  const from = text.lastIndexOf('\n', name.start) + 1;
  const newline = text.indexOf('\n', value.end);
  if (newline < 0 || text.slice(value.end, newline).trim() !== ';') return {};
  const head = text.slice(from, name.start).trim();
  if (head !== '' && head !== 'nixConfig.') return {};
  const edits = [{ path, span: { start: from, end: newline + 1 }, text: '' }];
  return { fix: { title: 'remove the setting', safety: 'safe', edits } };
}
