import type { SettingFact, SettingValue } from './fact.ts';

/** A table of the page: its heading and its settings. */
export type SettingsSection = { readonly title: string; readonly facts: readonly SettingFact[] };

const who: Readonly<Record<SettingFact['who'], string>> = {
  daemon: 'daemon only',
  restricted: 'trusted users',
  filtered: 'filtered',
  client: 'client',
  anyone: 'anyone',
};

const head = `# Nix settings

What each setting with weight for security means, and which rule judges it. Defaults are those of Nix 2.34.

Who may set it: the **daemon only** reads its own configuration; **trusted users** may override it, everybody else's
value is dropped; **filtered** values of others must be listed by the daemon; a **client** setting takes effect in the
evaluating process, whatever the daemon says; **anyone** may set the rest.
`;

/** The page docs/settings.md as Markdown. */
export function settingsPage(sections: readonly SettingsSection[]): string {
  return [head, ...sections.map(section)].join('\n');
}

const header = ['setting', 'default', 'since', 'set by', 'meaning', 'rules'];

function section({ title, facts }: SettingsSection): string {
  const rows = facts.map((fact) => [
    names(fact),
    defaultOf(fact),
    since(fact),
    who[fact.who],
    fact.meaning,
    rules(fact),
  ]);
  return `## ${title}\n\n${table(rows.map((row) => row.map(cell)))}`;
}

/** Padded as the formatter pads, so that the page stays as it is generated. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [header, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}

function names({ name, aliases = [] }: SettingFact): string {
  const others = aliases.map((alias) => `\`${alias}\``).join(', ');
  return others === '' ? `\`${name}\`` : `\`${name}\` (${others})`;
}

function since({ since: first, until, fork }: SettingFact): string {
  if (fork !== undefined) return `${fork} only`;
  const from = first === '2.3' ? '2.3 or earlier' : (first ?? '');
  return until === undefined ? from : `${from}, gone after ${until}`;
}

function rules({ rules: ids = [] }: SettingFact): string {
  return ids.map((id) => `[${id}](rules/${id}.md)`).join(', ');
}

function defaultOf(fact: SettingFact): string {
  if (fact.defaultText !== undefined) return fact.defaultText;
  return fact.default === undefined ? '' : plain(fact.default);
}

function plain(value: SettingValue): string {
  if (value === null || value === '') return 'empty';
  if (typeof value !== 'object') return `\`${value}\``;
  if (value instanceof Map) return value.size === 0 ? 'empty' : 'set';
  const text = 'json' in value ? value.json : [...value].join(' ');
  return text === '' || text === '[]' ? 'empty' : `\`${text}\``;
}

/** A pipe would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
