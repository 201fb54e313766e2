import { alphabet, base64, runEnd } from '../alphabet.ts';
import { type Detector, type Found, nothing } from '../hit.ts';

/** Room for the header lines and the public half before a PuTTY key's private lines. */
const MAX_PUTTY = 32 * 1024;

/** PuTTY keys: text with `Encryption: none` or a cipher, and base64 below `Private-Lines`. */
export const puttyKey: Detector = {
  anchors: ['putty-user-key-file-'],
  find(text, at, end) {
    const next = text.slice(end, at + MAX_PUTTY).indexOf('PuTTY-User-Key-File-');
    const window = text.slice(at, next < 0 ? at + MAX_PUTTY : end + next);
    const encryption = /Encryption: ?([a-z0-9-]+)/.exec(window);
    const lines = /Private-Lines: ?\d+[^A-Za-z0-9+/]+(?:n|r)?/.exec(window);
    if (encryption === null || lines === null) return nothing;
    const mac = /Private-MAC: ?[0-9a-f]+/.exec(window);
    const from = lines.index + lines[0].length;
    if (runEnd(window, from, base64, 40) - from < 24) return nothing;
    const last = at + (mac === null ? window.length : mac.index + mac[0].length);
    return [key('putty', encryption[1] === 'none' ? 'plain' : 'encrypted', at, last)];
  },
};

/**
 * Secret keys of minisign and signify: base64 of `Ed`, the key derivation (`Sc` with a passphrase,
 * `BK` or zeros without) and the checksum `B2`. 158 and 104 bytes.
 */
export const minisignKey: Detector = {
  anchors: ['rwrty0iy', 'rwqaaeiy', 'rwrcswaa'],
  find(text, at) {
    const end = runEnd(text, at, base64, 213);
    const length = end - at;
    const isMinisign =
      /^RW(?:RTY0Iy|QAAEIy)/.test(text.slice(at, at + 8)) && length >= 210 && length <= 212;
    const isSignify = text.startsWith('RWRCSwAA', at) && length >= 138 && length <= 140;
    if (!isMinisign && !isSignify) return nothing;
    const hasPassphrase =
      text.startsWith('RWRTY0Iy', at) || (isSignify && !text.startsWith('RWRCSwAAAAAA', at));
    return [
      key('minisign', hasPassphrase ? 'encrypted' : 'plain', at, runEnd(text, end, padding, 2)),
    ];
  },
};

const padding = alphabet('=');

function key(family: string, reason: string, start: number, end: number): Found {
  return { rule: 'secret-private-key', reason, family, start, end, verified: true };
}
