import { profiles } from '../model/severity.ts';
import { allRules } from '../rules/index.ts';

/** Every rule with the worst level it has in each profile, one per line. */
export function rulesText(): string {
  const rows = allRules.map((rule) => {
    const reasons = Object.values(rule.reasons);
    return [rule.id, ...profiles.map((profile) => worstLevel(reasons, profile)), rule.summary];
  });
  const header = ['rule', ...profiles, 'fires when'];
  const table = [header, ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))];
  const widths = header.map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

type Reasons = (typeof allRules)[number]['reasons'];
type Profile = (typeof profiles)[number];

function worstLevel(reasons: readonly Reasons[string][], profile: Profile): string {
  const levels = new Set(reasons.map((reason) => reason.levels[profile]));
  return (['error', 'warning', 'notice'] as const).find((level) => levels.has(level)) ?? 'off';
}
