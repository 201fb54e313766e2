import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profiles, type Levels } from '../../src/model/severity.ts';
import type { Rule } from '../../src/model/rule.ts';
import { levelRange } from '../../src/commands/rules.ts';
import { schemaText } from '../../src/commands/schema.ts';
import { allRules } from '../../src/rules/index.ts';
import { settingsPage } from '../../src/settings/page.ts';
import { settingSections } from '../../src/settings/registry.ts';

export type GeneratedFile = { readonly path: string; readonly text: string };

/** Every file that follows from the code, with the text it must have. */
export function generatedFiles(): GeneratedFile[] {
  const rules = allRules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...rules.map(rulePage),
    { path: join('docs', 'rules', 'README.md'), text: ruleTable(rules) },
    { path: join('docs', 'settings.md'), text: settingsPage(settingSections) },
    { path: join('schemas', 'policy.json'), text: schemaText('policy') },
    { path: join('schemas', 'report.json'), text: schemaText('report') },
  ];
}

const OPEN = '<!-- facts -->';
const CLOSE = '<!-- /facts -->';

/** The page as it stands, with the block between the markers written anew. */
function rulePage(rule: Rule): GeneratedFile {
  const path = join('docs', 'rules', `${rule.id}.md`);
  const page = existsSync(path)
    ? readFileSync(path, 'utf8')
    : `# ${rule.id}\n\n${OPEN}\n${CLOSE}\n`;
  const start = page.indexOf(OPEN);
  const end = page.indexOf(CLOSE);
  if (start < 0 || end < start) throw new Error(`${path} has no ${OPEN} … ${CLOSE} block`);
  const text = `${page.slice(0, start)}${OPEN}\n\n${facts(rule)}\n${page.slice(end)}`;
  return { path, text };
}

function facts(rule: Rule): string {
  const rows = Object.entries(rule.reasons).map(([name, reason]) => [
    `\`${name}\``,
    reason.summary,
    ...cells(reason.levels),
  ]);
  return [
    `**${capitalised(rule.summary)}.** Fix: ${rule.help}`,
    '',
    ...table(['reason', 'fires when', ...profiles], rows),
    '',
    `Classification: ${rule.references.join(', ')}.`,
    '',
    ...example(rule.id),
  ].join('\n');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function cells(levels: Levels): string[] {
  return profiles.map((profile) => levels[profile]);
}

/** Columns are padded as the formatter pads them, so that generated pages pass its check. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = header.map((_, column) =>
    Math.max(3, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = all;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)];
}

/** What the tests prove about the first case that fires, as the tool prints it. */
function example(id: string): string[] {
  const folder = join('fixtures', 'rules', id);
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of cases.filter((one) => one.startsWith('invalid-'))) {
    const lines = readFileSync(join(folder, name, 'expected.txt'), 'utf8').split('\n');
    const own = lines.filter((line) => line.includes(` ${id}/`)).slice(0, 3);
    if (own.length === 0) continue;
    return [`Seen in [${name}](../../${folder}/${name}):`, '', '```text', ...own, '```', ''];
  }
  return [];
}

function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const reasons = Object.values(rule.reasons).map((reason) => reason.levels);
    return [
      `[${rule.id}](${rule.id}.md)`,
      ...profiles.map((profile) => levelRange(reasons, profile)),
      rule.summary,
    ];
  });
  return [
    '# Rules',
    '',
    'The level of each rule by profile, from the mildest to the worst of its reasons where they differ; pages list every reason. This page is generated.',
    '',
    ...table(['rule', ...profiles, 'fires when'], rows),
    '',
  ].join('\n');
}
