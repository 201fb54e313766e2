import { type Level, type Levels, levelNames, type Profile, profiles } from '../model/severity.ts';
import { lastColumn } from '../report/wrap.ts';
import { allRules } from '../rules/index.ts';

/**
 * Every rule with the levels it has in each profile, in lines of `width` cells; with a profile only the
 * rules that are on in it.
 */
export function rulesText(profile: Profile | undefined, width: number): string {
  const shown = profile === undefined ? profiles : [profile];
  const rows = allRules
    .map(({ id, reasons, summary }) => {
      const levels = Object.values(reasons).map((reason) => reason.levels);
      return [id, ...shown.map((one) => levelRange(levels, one)), summary];
    })
    .filter((row) => profile === undefined || row[1] !== 'off');
  const header = ['rule', ...shown, 'fires when'];
  const table = [header, ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))];
  const widths = header.map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  const lines = table.map((row) => {
    const before = row.slice(0, -1).map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return lastColumn(`${before.join('  ')}  `, row.at(-1) ?? '', width).trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

/** The mildest and the worst level of a rule's reasons in a profile: `notice … error`, or the one they share. */
export function levelRange(reasons: readonly Levels[], profile: Profile): string {
  const has = new Set<Level>(reasons.map((levels) => levels[profile]));
  const present = levelNames.filter((level) => has.has(level));
  const [mildest = 'off'] = present;
  const worst = present.at(-1) ?? 'off';
  return mildest === worst ? worst : `${mildest} … ${worst}`;
}
