import type { DocumentOf } from '../../model/document.ts';
import type { Edit, Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { Assignment, SettingFault, SettingsBlock } from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import type { EffectiveSetting } from '../../settings/effective.ts';
import { effectiveSettings, refusals } from '../../settings/effective.ts';
import { overriddenSafeguards, quotedWords } from '../../settings/ineffective.ts';
import { intendedName, settingName } from '../../settings/registry.ts';
import { related, spotOf } from '../../settings/spot.ts';

export const ineffectiveSetting: RuleOf<'settings'> = {
  id: 'conf-ineffective-setting',
  summary: 'a setting does not do what it seems to',
  help: 'Write it as Nix reads it.',
  references: ['CWE-1188'],
  kinds: ['settings'],
  reasons: {
    syntax: {
      summary:
        'a line has no `=` between blanks after its name, which makes every Nix command fail',
      levels: levels('warning'),
      help: 'Put blanks around the equals sign.',
    },
    'syntax/foreign': {
      summary: 'a file by the name of nix.conf holds something else',
      levels: levels('notice'),
      help: 'Give the file another name, or exclude it by policy.',
    },
    value: {
      summary: 'a value is none that Nix takes, which makes every Nix command fail',
      levels: levels('warning'),
      help: 'Use a value the setting takes.',
    },
    quoted: {
      summary: 'a value has quotes, which Nix keeps as part of it',
      levels: levels('warning'),
      help: 'Remove the quotes.',
    },
    name: {
      summary: 'a name is spelt so that Nix does not know it and goes on with a warning',
      levels: levels('warning'),
      help: 'Spell the name as Nix does.',
    },
    include: {
      summary: 'an include never ends or leads through too many files',
      levels: levels('warning'),
      help: 'Include each file once.',
    },
    missing: {
      summary: 'an include names a file that is not there, which makes every Nix command fail',
      levels: levels('notice', 'warning'),
      help: 'Commit the file, or write `!include` where it may be absent.',
    },
    'lost-extra': {
      summary: 'an `extra-` line stands before the plain one, which drops it',
      levels: levels('warning'),
      help: 'Move the `extra-` line after the plain one.',
    },
    overridden: {
      summary: 'a later line switches off what an earlier one switched on for safety',
      levels: levels('warning'),
      help: 'Keep the line that is meant.',
    },
    comment: {
      summary: 'a `#` inside a value starts a comment',
      levels: levels('warning'),
      help: 'Remove the rest, or encode `#` as `%23`.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      yield* checkFaults(document, block);
      yield* checkValues(block);
      yield* checkNames(document, block);
      yield* checkWords(document, block);
      if (block.container !== 'nixos-option') yield* checkOrder(document, block);
    }
  },
};

/** A file that holds no setting at all is something else by that name: one finding says so. */
function* checkFaults(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  const faults = block.faults.filter((fault) => fault.reason === 'syntax');
  const names = [
    ...block.assignments.map((item) => item.name),
    ...faults.map((fault) => firstName(fault)),
  ];
  const foreign = names.every((name) => !settingName(name).known);
  for (const { at, path, message, reason } of block.faults) {
    if (reason !== 'include' && reason !== 'missing') continue;
    yield {
      reason,
      subject: 'include',
      at,
      ...(path !== undefined && { path }),
      message,
    };
  }
  for (const fault of foreign ? faults.slice(0, 1) : faults) {
    yield {
      reason: 'syntax',
      ...(foreign && { grade: 'syntax/foreign' }),
      subject: foreign ? block.label : subjectOf(fault, block),
      at: fault.at,
      ...(fault.path !== undefined && { path: fault.path }),
      message: foreign ? `${block.label} holds no settings: ${fault.message}` : fault.message,
      ...spacedFix(document, fault),
    };
  }
}

/** The setting that was meant, if Nix knows it; any other word may be a secret. */
function subjectOf(fault: SettingFault, block: SettingsBlock): string {
  const name = firstName(fault);
  return settingName(name).known ? settingName(name).canonical : block.label;
}

function firstName(fault: SettingFault): string {
  return fault.tokens[0]?.text.split('=', 1)[0] ?? '';
}

/** `a=b`, `a= b` and `a =b`: blanks around the first equals sign, when the name is one Nix knows. */
function spacedFix(document: DocumentOf<'settings'>, fault: SettingFault): Pick<Problem, 'fix'> {
  if (fault.path !== undefined) return {};
  const { start, end } = fault.at;
  const line = document.text.slice(start, end);
  const match = /^([A-Za-z0-9-]+)[ \t]*=[ \t]*/.exec(line);
  if (match === null || !settingName(match[1] ?? '').known) return {};
  const span = { start, end: start + match[0].length };
  const edit = { path: document.path, span, text: `${match[1]} = ` };
  return { fix: { title: 'put blanks around `=`', safety: 'unsafe', edits: [edit] } };
}

function* checkValues(block: SettingsBlock): Generator<Problem> {
  for (const { assignment, problem } of refusals(block)) {
    const found = shown(assignment);
    yield {
      reason: 'value',
      subject: assignment.canonical,
      ...spotOf(assignment),
      message: `${assignment.name} does not take ${found}: ${problem}`,
      evidence: found,
    };
  }
}

/** A value that was meant as a switch or number is short; anything longer may be a secret in the wrong place. */
function shown({ tokens }: Assignment): string {
  const text = tokens.map((token) => token.text).join(' ');
  if (text === '') return 'an empty value';
  return text.length > 16 ? 'this value' : `\`${text}\``;
}

function* checkNames(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  for (const item of block.assignments) {
    if (settingName(item.name).known) continue;
    const intended = intendedName(item.name);
    if (intended === undefined) continue;
    const edit: Edit = { path: document.path, span: item.nameSpan, text: intended };
    const literal = document.text.slice(item.nameSpan.start, item.nameSpan.end) === item.name;
    yield {
      reason: 'name',
      subject: item.name,
      ...spotOf(item),
      at: item.nameSpan,
      message: `Nix does not know ${item.name} and ignores it; it knows ${intended}`,
      ...(literal &&
        item.path === undefined && {
          fix: { title: `rename to ${intended}`, safety: 'unsafe', edits: [edit] },
        }),
    };
  }
}

function* checkWords(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  for (const item of block.assignments) {
    yield* quoted(document, item);
    yield* cutOff(item);
  }
}

function* quoted(document: DocumentOf<'settings'>, item: Assignment): Generator<Problem> {
  const words = quotedWords(item);
  const [first] = words;
  if (first === undefined) return;
  const edits = words
    .filter(({ span, text }) => document.text.slice(span.start, span.end) === text)
    .map(({ span, bare }) => ({ path: document.path, span, text: bare }));
  const isFixable = item.path === undefined && edits.length === words.length;
  yield {
    reason: 'quoted',
    subject: item.canonical,
    ...spotOf(item, first),
    message: `Nix knows no quotes: they become part of the value of ${item.name}`,
    ...(isFixable && { fix: { title: 'remove the quotes', safety: 'unsafe', edits } }),
  };
}

function* cutOff(item: Assignment): Generator<Problem> {
  for (const token of item.tokens) {
    if (token.cut === undefined) continue;
    if (!token.text.includes('://') && item.canonical !== 'access-tokens') continue;
    yield {
      reason: 'comment',
      subject: item.canonical,
      ...spotOf(item, token),
      message: `the value of ${item.name} ends here: \`#\` starts a comment even inside a word`,
    };
  }
}

/** The `extra-` lines that are dropped with something that is not in the effective value all the same. */
function lostExtras(setting: EffectiveSetting): readonly Assignment[] {
  const kept = new Set(setting.tokens.map((token) => token.text));
  const extras = setting.overridden.filter((item) => item.operation === 'extra');
  return extras.filter((item) => item.tokens.some((token) => !kept.has(token.text)));
}

function* checkOrder(document: DocumentOf<'settings'>, block: SettingsBlock): Generator<Problem> {
  for (const setting of effectiveSettings(block).values()) {
    const [winner] = setting.contributing;
    if (winner === undefined) continue;
    for (const item of lostExtras(setting)) {
      yield {
        reason: 'lost-extra',
        subject: setting.name,
        ...spotOf(item),
        at: item.nameSpan,
        message: `${item.name} is without effect: ${winner.name} comes later and starts anew`,
        related: [related(document, winner, 'the line that drops it')],
      };
    }
    for (const item of overriddenSafeguards(setting)) {
      yield {
        reason: 'overridden',
        subject: setting.name,
        ...spotOf(item),
        message: `${item.name} is safe here, but a later line undoes it`,
        related: [related(document, winner, 'the line that counts')],
      };
    }
  }
}
