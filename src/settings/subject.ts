import type { SettingToken } from '../model/setting.ts';
import { unknownWord } from './nix-words.ts';
import { readPublicKey } from './public-key.ts';
import { cacheIdentity, storeUrl } from './store-url.ts';

/**
 * The subject of a finding about one word of a setting, e.g. `trusted-users/@wheel`: accepting it must not accept the
 * next word somebody adds. `word` is no secret. What is not known at all has no handle but the setting.
 */
export function wordSubject(setting: string, word: string): string {
  return word === '' || word === unknownWord ? setting : `${setting}/${word}`;
}

/** The same for a store or cache, without credentials and parameters: `substituters/https://cache.example`. */
export function storeSubject(setting: string, token: SettingToken): string {
  const { scheme, path } = storeUrl(token.text);
  const isUrl = token.text.includes('://');
  return wordSubject(setting, isUrl ? cacheIdentity(token.text) : path || scheme);
}

/**
 * The same for a key: all of a well-formed one, since another key may take over its name; of anything else at most a
 * plain name, since it may be a secret.
 */
export function keySubject(setting: string, token: SettingToken): string {
  if (readPublicKey(token.text).kind === 'key') return wordSubject(setting, token.text);
  return wordSubject(setting, /^([\w.@-]{1,100}):/.exec(token.text)?.[1] ?? '');
}
