import { alphabet, base64, has, runEnd, startsToken } from '../alphabet.ts';
import { type Detector, nothing } from '../hit.ts';
import { looksMadeUp, token } from './shape.ts';

const secretChars = alphabet('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.~');

/** Client secrets of Microsoft Entra: three characters, a digit, `Q~`, then 31 to 34 more. */
export const azureClientSecret: Detector = {
  anchors: ['q~'],
  find(text, at) {
    const start = at - 4;
    if (start < 0 || text.charAt(at) !== 'Q' || !startsToken(text, start)) return nothing;
    if (!/^[\w.~-]{3}\d$/.test(text.slice(start, at))) return nothing;
    const end = runEnd(text, at + 2, secretChars, 36);
    const rest = text.slice(at + 2, end);
    if (rest.length < 31 || rest.length > 34 || looksMadeUp(rest)) return nothing;
    return [token('azure-client-secret', start, end, false)];
  },
};

/** The key of an Azure storage account: 64 bytes of base64 in a connection string. */
export const azureAccountKey: Detector = {
  anchors: ['accountkey=', 'sharedaccesskey='],
  find(text, _at, end) {
    const last = runEnd(text, end, base64, 87);
    const length = last - end;
    if ((length !== 86 && length !== 43) || text.charAt(last) !== '=') return nothing;
    if (looksMadeUp(text.slice(end, last))) return nothing;
    let close = last;
    while (close < last + 2 && has(alphabet('='), text.charCodeAt(close))) close++;
    return [token('azure-account-key', end, close, false)];
  },
};

/** Telegram bots: the bot's number, a colon, `AA` and 33 characters. */
export const telegramBot: Detector = {
  anchors: [':aa'],
  find(text, at) {
    const number = /(?:^|\D)(\d{8,10})$/.exec(text.slice(Math.max(0, at - 11), at))?.[1];
    const start = at - (number?.length ?? 0);
    const end = runEnd(text, at + 1, botTail, 36);
    if (number === undefined || end - at !== 36 || !text.startsWith('AA', at + 1)) return nothing;
    if (!startsToken(text, start) || looksMadeUp(text.slice(at + 3, end))) return nothing;
    return [token('telegram-bot', start, end, false)];
  },
};

const botTail = alphabet('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_');
