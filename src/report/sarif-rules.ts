import type { ReportingDescriptor } from 'sarif';
import type { Report, ReportedRule } from '../model/report.ts';
import type { Level, Profile, Severity } from '../model/severity.ts';
import type { ReportOptions } from './options.ts';
import { worstFirst } from './summary.ts';
import { shortened } from './visible.ts';

/** SARIF's word for each severity. */
export const sarifLevel: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** Code scanning's scale: from 7 high, from 4 medium, below low. It shows this instead of the level. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  error: '8.0',
  warning: '5.0',
  notice: '2.0',
};

/** Code scanning cuts names of rules at 255 and descriptions at 1,024 characters, and keeps ten tags. */
const maxName = 255;
const maxDescription = 1_024 - ' (1234567 more characters)'.length;
const maxTags = 10;

/** Everything a reader of code scanning learns about a rule. */
export function sarifRule(
  rule: ReportedRule,
  report: Report,
  options: ReportOptions,
): ReportingDescriptor {
  const worst = worstLevel(rule, report.profile);
  const summary = shortened(sentence(rule.summary), maxDescription);
  return {
    id: rule.id,
    name: rule.id.slice(0, maxName),
    shortDescription: { text: summary },
    fullDescription: { text: shortened(fullDescription(rule), maxDescription) },
    ...(options.docs === undefined ? {} : { helpUri: `${options.docs}docs/rules/${rule.id}.md` }),
    help: { text: helpText(rule), markdown: rule.page ?? helpMarkdown(rule) },
    defaultConfiguration: { level: sarifLevel[worst] },
    properties: {
      tags: tags(rule),
      precision: 'high',
      'security-severity': securitySeverity[worst],
    },
  };
}

/** The worst level any reason has in the profile; a rule the profile turns off counts as a notice. */
function worstLevel(rule: ReportedRule, profile: Profile): Severity {
  const levels = new Set<Level>(Object.values(rule.reasons).map(({ levels }) => levels[profile]));
  return worstFirst.find((severity) => levels.has(severity)) ?? 'notice';
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

function fullDescription(rule: ReportedRule): string {
  const reasons = Object.values(rule.reasons).map(({ summary }) => summary);
  return `${sentence(rule.summary)} Fires when ${reasons.join('; or when ')}.`;
}

function helpText(rule: ReportedRule): string {
  return `${rule.help}\n\n${reasonLines(rule).join('\n')}`;
}

function helpMarkdown(rule: ReportedRule): string {
  return `# ${rule.id}\n\n${sentence(rule.summary)}\n\n## How to fix\n\n${rule.help}\n\n## Fires when\n\n${reasonLines(rule).join('\n')}`;
}

function reasonLines(rule: ReportedRule): string[] {
  return Object.entries(rule.reasons).map(([name, { summary }]) => `- ${name}: ${summary}`);
}

/** `security` first; CWE numbers in the form CodeQL gave them, by which code scanning filters. */
function tags(rule: ReportedRule): string[] {
  const references = rule.references.map((reference) =>
    reference.startsWith('CWE-') ? `external/cwe/${reference.toLowerCase()}` : reference,
  );
  return ['security', 'supply-chain', ...references].slice(0, maxTags);
}
