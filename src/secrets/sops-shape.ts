/** Keys that name who can decrypt, one list per kind of key service (sops `stores.Metadata`). */
const recipientKeys =
  /(?:recipient|fp|arn|resource_id|vault_address|vault_url|vaultUrl)["']?[ \t]*[:=]/;

/**
 * Whether text is a file that sops encrypted, in any of its five formats: a `sops` section with an
 * encrypted `mac` and at least one recipient, and at least one encrypted value outside of it.
 * That all values that should be encrypted are so, it does not say.
 */
export function isSopsEncrypted(text: string): boolean {
  const first = text.indexOf('ENC[AES256_GCM,data:');
  if (first < 0) return false;
  return isYaml(text, first) || isJson(text, first) || isDotenv(text) || isIni(text, first);
}

function isYaml(text: string, first: number): boolean {
  const at = text.startsWith('sops:') ? 0 : text.indexOf('\nsops:');
  return at >= 0 && isSection(text, at, first, /\n[ \t]+["']?mac["']?:[ \t]*["']?ENC\[AES256_GCM,/);
}

function isJson(text: string, first: number): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  const section = /"sops"[ \t\r\n]{0,64}:[ \t\r\n]{0,64}\{/.exec(text);
  return (
    section !== null && isSection(text, section.index, first, /"mac"[ \t]*:[ \t]*"ENC\[AES256_GCM,/)
  );
}

/** The values of a dotenv file stand between its metadata lines, in any order. */
function isDotenv(text: string): boolean {
  if (!/^sops_mac=ENC\[AES256_GCM,/m.test(text) || !/^sops_version=/m.test(text)) return false;
  return recipientKeys.test(text);
}

function isIni(text: string, first: number): boolean {
  const at = text.startsWith('[sops]') ? 0 : text.indexOf('\n[sops]');
  return at >= 0 && isSection(text, at, first, /\nmac[ \t]*=[ \t]*ENC\[AES256_GCM,/);
}

function isSection(text: string, at: number, firstValue: number, mac: RegExp): boolean {
  const section = text.slice(at);
  const macAt = section.search(mac);
  if (macAt < 0 || !recipientKeys.test(section)) return false;
  // A value outside: before the section, or after it when the section comes first.
  return firstValue < at || section.split('ENC[AES256_GCM,data:').length > 2;
}
