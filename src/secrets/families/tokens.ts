import {
  type Alphabet,
  base62,
  base64,
  base64url,
  botChars,
  dotted,
  hex,
  lowerHex,
  pathChars,
  tokenChars,
  upperDigits,
  word,
} from '../alphabet.ts';
import { crc32, hasCrcSuffix } from '../checksums.ts';
import { decodeBase64 } from '../encodings.ts';
import { type Shape } from './shape.ts';

/** A family of one or more prefixes: alphabet and length of what follows. */
function shapes(
  family: string,
  prefixes: string,
  alphabet: Alphabet,
  min: number,
  max = min,
  more: Partial<Shape> = {},
): Shape[] {
  const shape = { family, alphabet, min, max, ...more };
  return prefixes.split(' ').map((prefix) => Object.assign({ prefix }, shape));
}

const withCrc = { is: hasCrcSuffix, proves: hasCrcSuffix };

/** Keys that cost nobody anything when known, or that clients embed on purpose. */
const lowRisk = { reason: 'low-risk' };

/**
 * Grafana's checksum: CRC-32 of all before the last underscore, prefix included, as eight hex
 * digits of the little-endian bytes (grafana `pkg/components/satokengen`).
 */
function hasGrafanaChecksum(body: string): boolean {
  const cut = body.lastIndexOf('_');
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(`glsa_${body.slice(0, cut)}`));
  return sum.toString('hex') === body.slice(cut + 1).toLowerCase();
}

/** PyPI tokens are macaroons in base64; the serialisation starts with version 2 and the location field. */
function isPypiMacaroon(body: string): boolean {
  return decodeBase64(body.slice(0, 24)).startsWith('\x02\x01\x08pypi.org');
}

/**
 * Tokens with a prefix of their own. Shapes are the vendors' published formats; a max above the
 * min is where vendors have lengthened tokens before.
 */
export const tokenShapes: readonly Shape[] = [
  ...shapes('github-classic', 'ghp_ gho_ ghu_ ghs_ ghr_', base62, 36, 36, withCrc),
  ...shapes('github-fine-grained', 'github_pat_', word, 82, 82, { is: (body) => body[22] === '_' }),
  ...shapes('gitlab', 'glpat- gldt- glrt- glptt- glagent- gloas- glsoat- glft- glimt- glffct-', dotted, 20, 320),
  ...shapes('gitlab', 'glcbt-', base64url, 20, 64),
  ...shapes('npm', 'npm_', base62, 36, 36, withCrc),
  ...shapes('pypi', 'pypi-', base64url, 85, 1024, { is: isPypiMacaroon, proves: isPypiMacaroon }),
  ...shapes('rubygems', 'rubygems_', lowerHex, 48),
  ...shapes('crates-io', 'cio', base62, 32, 32, { is: hasMixedCharacters }),
  ...shapes('slack', 'xoxa- xoxb- xoxp- xoxo- xoxs- xoxr- xoxe- xoxe.xoxb- xoxe.xoxp-', base64url, 24, 255, { is: (body) => /^\d/.test(body) }),
  ...shapes('slack-app', 'xapp-', base64url, 60, 255, { is: (body) => /^\d-A/.test(body) }),
  ...shapes('aws-bedrock', 'ABSK', base64, 109, 269),
  ...shapes('google-api-key', 'AIza', base64url, 35, 35, lowRisk),
  ...shapes('google-oauth-secret', 'GOCSPX-', base64url, 28),
  ...shapes('anthropic', 'sk-ant-', base64url, 95, 120, { is: (body) => /^(?:api|admin|oat|sid|ort)\d\d-/.test(body) && body.endsWith('AA') }),
  ...shapes('openai', 'sk-proj- sk-svcacct- sk-admin-', base64url, 40, 250, { is: (body) => body.includes('T3BlbkFJ') }),
  ...shapes('openai', 'sk-', base62, 48, 48, { is: (body) => body.slice(20, 28) === 'T3BlbkFJ' }),
  ...shapes('hugging-face', 'hf_ api_org_', base62, 34),
  ...shapes('perplexity', 'pplx-', base62, 48),
  ...shapes('groq', 'gsk_', base62, 52),
  ...shapes('stripe', 'sk_live_ rk_live_', base62, 24, 247),
  ...shapes('stripe-test', 'sk_test_ rk_test_', base62, 24, 247, lowRisk),
  ...shapes('stripe-webhook', 'whsec_', base62, 32, 64),
  ...shapes('digitalocean', 'dop_v1_ doo_v1_ dor_v1_', lowerHex, 64),
  ...shapes('doppler', 'dp.pt. dp.st. dp.ct. dp.scim. dp.sa.', dotted, 40, 96),
  ...shapes('fly-io', 'fo1_', base64url, 43),
  ...shapes('fly-io', 'fm1r_ fm1a_ fm2_', base64, 100, 4096),
  ...shapes('vault', 'hvs. hvb. hvr.', base64url, 24, 300),
  ...shapes('grafana-service-account', 'glsa_', word, 41, 41, { is: (body) => body[32] === '_', proves: hasGrafanaChecksum }),
  ...shapes('grafana-cloud', 'glc_', base64, 32, 400, { is: (body) => body.startsWith('eyJ') }),
  ...shapes('sentry', 'sntryu_', lowerHex, 64),
  ...shapes('sentry', 'sntrys_', base64url, 80, 400, { is: (body) => body.startsWith('eyJ') }),
  ...shapes('linear', 'lin_api_', base62, 40),
  ...shapes('notion', 'ntn_', base62, 46),
  ...shapes('sendgrid', 'SG.', dotted, 66, 66, { is: (body) => body[22] === '.' }),
  ...shapes('databricks', 'dapi', lowerHex, 32, 34),
  ...shapes('pulumi', 'pul-', lowerHex, 40),
  ...shapes('atlassian', 'ATATT3', tokenChars, 180, 220),
  ...shapes('heroku', 'HRKU-AA', base64url, 58),
  ...shapes('one-password', 'ops_', base64url, 250, 4096, { is: (body) => body.startsWith('eyJ') }),
  ...shapes('shopify', 'shpat_ shpss_ shpca_ shppa_', hex, 32),
  ...shapes('readme', 'rdme_', base62, 70, 70),
  ...shapes('prefect', 'pnu_', base62, 36),
  ...shapes('artifactory', 'AKCp', base62, 69, 69),
  ...shapes('posthog', 'phx_', base62, 43, 56),
  ...shapes('resend', 're_', word, 32, 40, { is: (body) => body[8] === '_' && hasMixedCharacters(body) }),
  ...shapes('cloudflare-origin-ca', 'v1.0-', base64url, 171, 171, { is: (body) => /^[0-9a-f]{24}-[0-9a-f]{146}$/.test(body) }),
  ...shapes('tailscale', 'tskey-api- tskey-auth- tskey-client- tskey-scim- tskey-webhook-', base64url, 24, 100, { is: (body) => body.includes('-') }),
  ...shapes('headscale', 'hskey-', base64url, 32, 120),
  ...shapes('square', 'sq0csp-', base64url, 43),
  ...shapes('docker', 'dckr_pat_ dckr_oat_', base64url, 27, 36),
  ...shapes('figma', 'figd_', base64url, 40, 44),
  ...shapes('new-relic', 'NRAK-', upperDigits, 27),
  ...shapes('vercel-blob', 'vercel_blob_rw_', word, 40, 64),
  ...shapes('facebook-page', 'EAACEdEose0cBA', base62, 40, 255),
  ...shapes('brevo', 'xkeysib-', base64url, 81, 81, { is: (body) => /^[0-9a-f]{64}-/.test(body) }),
  ...shapes('mailchimp-transactional', 'md-', base62, 22, 22, { is: hasMixedCharacters }),
  ...shapes('discord-webhook', 'https://discord.com/api/webhooks/ https://discordapp.com/api/webhooks/', pathChars, 80, 100, { is: (body) => /^\d{17,20}\/[\w-]{60,72}$/.test(body) }),
  ...shapes('slack-webhook', 'https://hooks.slack.com/services/', pathChars, 40, 60, { is: (body) => /^T\w{8,12}\/B\w{8,12}\/\w{20,26}$/.test(body) }),
  ...shapes('slack-webhook', 'https://hooks.slack.com/workflows/', pathChars, 40, 100, { is: (body) => /^T\w{8,12}\/A\w{8,12}\/\d+\/\w{20,26}$/.test(body) }),
  ...shapes('telegram-bot', 'https://api.telegram.org/bot', botChars, 44, 50, { is: (body) => /^\d{8,10}:AA[\w-]{33}/.test(body) }),
]; // prettier-ignore

/** Random text of this length has digits and letters of both sizes; words in an identifier do not. */
function hasMixedCharacters(body: string): boolean {
  return /\d/.test(body) && /[a-z]/.test(body) && /[A-Z]/.test(body);
}
