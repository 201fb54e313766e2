import { countWhile } from '../model/bisect.ts';
import type { NixTree } from '../model/nix.ts';
import type { NixSetting } from '../model/nix-settings.ts';
import type {
  Assignment,
  SettingEnvironment,
  SettingsBlock,
  SettingsFile,
} from '../model/setting.ts';
import { plainEnvironment } from '../model/setting.ts';
import type { Span } from '../model/span.ts';
import { nixEvaluator, type NixEvaluator } from '../parse/nix/evaluate.ts';
import { nixSettings } from '../parse/nix/settings.ts';
import { moduleAssignment } from './assignment.ts';
import { confBlock } from './block.ts';
import { legacyOptions } from './nix-code-look.ts';
import { unknownWord, wordsOfValue } from './nix-words.ts';
import { settingName, settingType } from './registry.ts';

/** More settings than a file of options has; past it a hostile one would be read again and again. */
const maxSettings = 10_000;

/**
 * The Nix settings a file of Nix code makes as a module of NixOS, nix-darwin or home-manager: one block of options,
 * one more for those inside NixOS tests, and one for each text of `nix.extraOptions`, of a file called nix.conf and of
 * `NIX_CONFIG`.
 */
export function moduleSettings(tree: NixTree, text: string): SettingsFile {
  const evaluator = nixEvaluator();
  const { settings } = nixSettings(tree.root, evaluator);
  const darwin = settings.some(isDarwinOption);
  const found = settings.flatMap((setting) => {
    const name = optionName(setting);
    return name === undefined ? [] : [{ setting, name }];
  });
  const read = { text, evaluator };
  const options = found.slice(0, maxSettings).filter(({ name }) => !texts.has(name));
  const places: readonly Place[] = [
    { inTest: false, macosOnly: false },
    { inTest: true, macosOnly: false },
    { inTest: false, macosOnly: true },
  ];
  const blocks = places.flatMap((place) => {
    const own = options.filter(({ setting, name }) => isAt(place, setting, name, darwin));
    const assignments = own.map(({ setting, name }) => assignmentOf(setting, name, read));
    return assignments.length === 0 ? [] : [optionBlock(assignments, place)];
  });
  const textBlocks = found.flatMap(({ name, setting }) => {
    const macosOnly = darwin || setting.darwin === true;
    const place = { inTest: setting.inTest, macosOnly };
    return texts.has(name) ? textBlock(setting, name, text, place) : [];
  });
  return { blocks: [...blocks, ...textBlocks] };
}

const extraOptions = 'nix.extraOptions';
const variable = 'NIX_CONFIG';
const confFile = 'nix.conf';

/** What holds nix.conf text as a whole. */
const texts: ReadonlySet<string> = new Set([extraOptions, variable, confFile]);

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

type Place = { readonly inTest: boolean; readonly macosOnly: boolean };

/** Only what the platform makes a difference to stands apart, so that caches and keys are still seen together. */
function isAt(place: Place, setting: NixSetting, name: string, darwin: boolean): boolean {
  if (setting.inTest !== place.inTest) return false;
  const platform = settingName(name).canonical === 'sandbox';
  const macosOnly = !setting.inTest && platform && (darwin || setting.darwin === true);
  return macosOnly === place.macosOnly;
}

/** An option that only nix-darwin has: the file is a module of a Mac. */
function isDarwinOption({ path: [first, second], darwin }: NixSetting): boolean {
  if (darwin) return false;
  const pair = `${first}.${second}`;
  if (pair === 'system.defaults' || pair === 'services.nix-daemon') return true;
  return first === 'homebrew' || first === 'launchd';
}

/** The setting an option path ends in, below whatever it hangs, e.g. `home-manager.users.a.nix.settings.sandbox`. */
function optionName({ path, frames }: NixSetting): string | undefined {
  const [last, before, top] = [path.at(-1), path.at(-2), path.at(-3)];
  // A shell or a service has it in its environment, whoever makes it.
  if (last === variable) return variable;
  if (frames.at(-1)?.kind === 'call') return undefined;
  if (last === undefined || last === '*') return undefined;
  if (before === 'settings' && top === 'nix') return last;
  if (before === 'customSettings' && top?.startsWith('determinate') === true) return last;
  // `environment.etc."nix/nix.conf".text`, `xdg.configFile."nix/nix.conf".text` and their like.
  if (last === 'text' && /(?:^|\/)nix(?:\.custom)?\.conf$/.test(before ?? '')) return confFile;
  if (before !== 'nix') return undefined;
  return last === 'extraOptions' ? extraOptions : legacyOptions.get(last);
}

type Reading = { readonly text: string; readonly evaluator: NixEvaluator };

function assignmentOf(setting: NixSetting, name: string, { text, evaluator }: Reading): Assignment {
  const { span } = setting.value.expr;
  const tokens = wordsOfValue(text, setting.value, evaluator.force);
  const type = settingType(name.replace(/^extra-/, ''));
  const isList = setting.value.kind === 'list' || type === 'list' || type === 'set';
  const own = tokens.every((token) => isWithin(token.span, setting.expr.span));
  const written = { name, nameSpan: span, span, tokens, ...(own ? {} : { shared: true as const }) };
  return moduleAssignment(written, isList, false);
}

function environmentOf({ inTest, macosOnly }: Place): SettingEnvironment {
  return { ...plainEnvironment, systemWide: true, disposable: inTest, macosOnly };
}

function optionBlock(assignments: readonly Assignment[], place: Place): SettingsBlock {
  return {
    container: 'nixos-option',
    label: 'nix.settings',
    assignments,
    faults: [],
    gaps: [],
    flags: [],
    environment: environmentOf(place),
  };
}

/** Text of nix.conf; what is interpolated is not known. */
function textBlock(
  setting: NixSetting,
  label: string,
  text: string,
  place: Place,
): readonly SettingsBlock[] {
  const { value } = setting;
  if (value.kind !== 'string' && value.kind !== 'partial') return [];
  const { conf, opaque } = joined(value.kind === 'string' ? [value.value] : value.pieces);
  const facts = {
    container: label === variable ? ('NIX_CONFIG' as const) : ('nix-conf' as const),
    label,
    environment: { ...environmentOf(place), systemWide: label !== variable },
  };
  return [confBlock(conf, facts, { at: linePlaces(conf, text, value.expr.span), opaque })];
}

function joined(pieces: readonly (string | undefined)[]): {
  readonly conf: string;
  readonly opaque: readonly Span[];
} {
  const opaque: Span[] = [];
  let conf = '';
  for (const piece of pieces) {
    if (piece === undefined)
      opaque.push({ start: conf.length, end: conf.length + unknownWord.length });
    conf += piece ?? unknownWord;
  }
  return { conf, opaque };
}

/**
 * Where the characters of a text stand that a literal holds line by line, indentation aside. A line the literal
 * spells otherwise (an escape, an interpolation) is found by what stands before that, else shown at the literal's start.
 */
function linePlaces(conf: string, text: string, literal: Span): (offset: number) => number {
  const lines: { readonly from: number; readonly shift: number | undefined }[] = [];
  let from = 0;
  let cursor = literal.start;
  const isIn = (line: string): boolean => {
    const start = text.indexOf(line, cursor);
    return start >= 0 && start + line.length <= literal.end;
  };
  for (const line of conf.split('\n')) {
    const known = isIn(line) ? line : beforeEscape(line);
    const start = known.trim() === '' ? -1 : text.indexOf(known, cursor);
    const isThere = start >= 0 && start + known.length <= literal.end;
    lines.push({ from, shift: isThere ? start - from : undefined });
    if (isThere) cursor = start + known.length;
    from += line.length + 1;
  }
  return (offset) => {
    const shift = lines[Math.max(0, countWhile(lines, (line) => line.from <= offset) - 1)]?.shift;
    return shift === undefined ? literal.start : Math.min(offset + shift, literal.end - 1);
  };
}

/** The start of a line of which Nix code can spell the rest otherwise. */
function beforeEscape(line: string): string {
  const end = line.search(/[$\\"]|''/);
  return end < 0 ? '' : line.slice(0, end);
}
