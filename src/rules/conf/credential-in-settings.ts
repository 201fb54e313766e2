import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import type {
  Assignment,
  SettingEnvironment,
  SettingsBlock,
  SettingToken,
} from '../../model/setting.ts';
import { levels } from '../../model/severity.ts';
import { isLiteralSecret, isOrdinaryValue } from '../../settings/literal.ts';
import { isInCheckout, isInSharedFolder } from '../../settings/program.ts';
import { spotOf, storeWords } from '../../settings/spot.ts';
import { storeUrl } from '../../settings/store-url.ts';
import { storeSubject, wordSubject } from '../../settings/subject.ts';

export const credentialInSettings: RuleOf<'settings'> = {
  id: 'conf-credential-in-settings',
  summary: 'Nix settings hold a credential in plain text or point to one that others can read',
  help: 'Revoke it, and read the new one from an `!include` of a file outside the repository or from a CI secret.',
  references: ['CWE-798', 'T1552.001'],
  kinds: ['settings'],
  reasons: {
    'access-token': {
      summary: 'access-tokens holds a token that is written out',
      levels: levels('error'),
    },
    'impure-env': {
      summary: 'impure-env holds a value that looks like a secret',
      levels: levels('error'),
    },
    'store-url': {
      summary: 'a store URL holds a password',
      levels: levels('error'),
      help: 'Revoke it, and put the new one into a netrc file outside the repository.',
    },
    'key-file': {
      summary:
        'a credential file lies in the repository, the world-readable store or a folder everybody can write to',
      levels: levels('error'),
      help: 'Revoke what the file holds, and keep the new one where only its user can read it.',
    },
  },
  *check(document) {
    for (const block of document.model.blocks) {
      // Every assignment counts: one without effect leaks as well.
      for (const item of block.assignments) yield* checkAssignment(item, block.environment);
      yield* checkStores(block);
    }
  },
};

function* checkAssignment(
  item: Assignment,
  { ci, container }: SettingEnvironment,
): Generator<Problem> {
  for (const token of item.tokens) {
    if (token.dynamic) continue;
    if (item.canonical === 'access-tokens') yield* checkPair('access-token', item, token);
    if (item.canonical === 'impure-env') yield* checkPair('impure-env', item, token);
    const isFile = item.canonical === 'netrc-file' || item.canonical === 'secret-key-files';
    // Nobody else is logged in on the runner of a job or in a container.
    const shared = !ci && !container && isInSharedFolder(token.text);
    if (isFile && (shared || isExposed(token.text)))
      yield exposed(item.canonical, token.text, spotOf(item, token));
  }
}

function* checkPair(
  reason: 'access-token' | 'impure-env',
  item: Assignment,
  token: SettingToken,
): Generator<Problem> {
  const cut = token.text.indexOf('=');
  const value = token.text.slice(cut + 1);
  if (cut < 0 || !isLiteralSecret(value)) return;
  if (reason === 'impure-env' && isOrdinaryValue(value)) return;
  const key = token.text.slice(0, cut);
  yield {
    reason,
    subject: wordSubject(item.canonical, key),
    ...spotOf(item, token),
    message: `${item.canonical} holds the value of ${key} in plain text (${value.length} characters, not shown)`,
    evidence: key,
  };
}

function* checkStores(block: SettingsBlock): Generator<Problem> {
  for (const { name, shown, token, spot } of storeWords(block)) {
    const url = storeUrl(token.text);
    const password = passwordOf(url.scheme, url.userinfo);
    if (isLiteralPassword(password)) {
      const message = `the store URL of ${shown} holds a password for ${url.host} (not shown)`;
      const subject = storeSubject(name, token);
      yield { reason: 'store-url', subject, ...spot, message, evidence: url.host };
    }
    for (const param of ['secret-key', 'secret-keys', 'tls-private-key']) {
      for (const path of (url.params.get(param) ?? '').split(',')) {
        if (path !== '' && isExposed(path)) yield exposed(param, path, spot);
      }
    }
  }
}

/** The user of an ssh URL is no secret; behind http it is a token when it stands alone. */
function passwordOf(scheme: string, userinfo: string): string {
  const colon = userinfo.indexOf(':');
  if (colon >= 0) return userinfo.slice(colon + 1);
  return scheme === 'http' || scheme === 'https' ? userinfo : '';
}

/** Passwords are short at times; what is filled in later holds a `$`, `@` or `{`. */
function isLiteralPassword(text: string): boolean {
  return text !== '' && !/[$@{<]/.test(text);
}

function isExposed(path: string): boolean {
  if (path.startsWith('/nix/store/') || isInCheckout(path)) return true;
  return /^[A-Za-z0-9._]/.test(path);
}

function exposed(
  setting: string,
  path: string,
  spot: { at: Problem['at']; path?: string },
): Problem {
  return {
    reason: 'key-file',
    subject: wordSubject(setting, path),
    ...spot,
    message: `${setting} names ${path}, which lies ${placeOf(path)}`,
    evidence: path,
  };
}

function placeOf(path: string): string {
  if (path.startsWith('/nix/store/')) return 'in the world-readable store';
  if (isInSharedFolder(path)) return 'where every user can put another file in its place';
  return 'in the repository';
}
