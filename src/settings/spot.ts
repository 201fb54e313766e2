import type { Source } from '../model/document.ts';
import type { Related } from '../model/finding.ts';
import type { Assignment, SettingsBlock, SettingToken } from '../model/setting.ts';
import type { Span } from '../model/span.ts';
import type { EffectiveSetting } from './effective.ts';
import { effectiveSettings } from './effective.ts';

/** Where a problem stands; `path` only when that is an included file. */
export type Spot = { readonly at: Span; readonly path?: string };

/** The place of a word of an assignment, or of the assignment itself when it has no words. */
export function spotOf(from: Assignment, token: SettingToken | undefined = from.tokens[0]): Spot {
  const at = token?.span ?? from.span;
  return from.path === undefined ? { at } : { at, path: from.path };
}

/** More places than anybody reads; a hostile file must not make a finding as long as itself. */
const maxRelated = 16;

/** The other lines that make a setting what it is, with those that are without effect because of it. */
export function contributors(
  source: Source,
  setting: EffectiveSetting,
  shown: Assignment,
): readonly Related[] {
  // Two definitions of one option in a file of modules stand in branches of which one counts.
  if (shown.ordered === false) return [];
  const others = setting.contributing.filter((item) => item !== shown);
  return [
    ...others.map((item) => related(source, item, `${item.name} also contributes here`)),
    ...setting.overridden.map((item) => related(source, item, 'without effect: overridden later')),
  ].slice(0, maxRelated);
}

/** An assignment as a related place. */
export function related(source: Source, item: Assignment, message: string): Related {
  return { path: item.path ?? source.path, span: item.span, message };
}

/** A word that names a store, whichever setting or flag it belongs to. */
export type StoreWord = {
  readonly name: string;
  /** The name for messages: a flag has its dashes. */
  readonly shown: string;
  readonly token: SettingToken;
  /** Absent for a flag that is no setting. */
  readonly from?: Assignment;
  readonly spot: Spot;
};

/** Every effective word of a container that names a store or cache. */
export function* storeWords(block: SettingsBlock): Generator<StoreWord> {
  const settings = effectiveSettings(block);
  for (const name of ['substituters', 'trusted-substituters', 'store']) {
    for (const token of settings.get(name)?.tokens ?? []) {
      yield { name, shown: name, token, from: token.from, spot: spotOf(token.from, token) };
    }
  }
  for (const flag of block.flags) {
    if (flag.value === undefined) continue;
    const { name, value: token } = flag;
    yield { name, shown: `--${name}`, token, spot: { at: token.span } };
  }
}
