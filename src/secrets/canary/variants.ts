/** One way a value may be written, and the bytes to look for. */
export type Variant = { readonly name: string; readonly bytes: Buffer };

/** Lines of a key or a certificate this long are looked for on their own. */
const MIN_LINE = 16;

/** What is left of an encoding after its edges are cut must still prove something. */
const MIN_BYTES = 8;

/**
 * Every way a value may be written in what Nix builds: as it is, quoted by the notations that
 * texts in the store use, and encoded. Longest forms first; forms that write the same bytes count
 * once, under the first name.
 */
export function variantsOf(value: Buffer): readonly Variant[] {
  const text = value.toString('utf8');
  const trimmed = text.trim();
  const forms = [...written(text), ...encoded(value)];
  if (trimmed !== text)
    forms.push(...rename('trimmed', [...written(trimmed), ...encoded(Buffer.from(trimmed))]));
  if (trimmed.includes('\n')) forms.push(...eachLine(trimmed));
  return distinct(forms);
}

function rename(prefix: string, variants: readonly Variant[]): Variant[] {
  return variants.map(({ name, bytes }) => ({
    name: name === 'raw' ? prefix : `${prefix} ${name}`,
    bytes,
  }));
}

function distinct(variants: readonly Variant[]): Variant[] {
  const seen = new Map<string, Variant>();
  for (const variant of variants) {
    const key = variant.bytes.toString('latin1');
    if (variant.bytes.length >= MIN_BYTES && !seen.has(key)) seen.set(key, variant);
  }
  return [...seen.values()];
}

/** Each line that says something: headers and the start of an OpenSSH key are the same in every key. */
function eachLine(text: string): Variant[] {
  const forms: Variant[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (
      line.length < MIN_LINE ||
      line.startsWith('-----') ||
      line.startsWith('b3BlbnNzaC1rZXktdjE')
    )
      continue;
    forms.push(variant('line', line), ...rename('line', base64Forms(Buffer.from(line))));
  }
  return forms;
}

function variant(name: string, text: string): Variant {
  return { name, bytes: Buffer.from(text) };
}

/** Quoted as in the languages and formats that end up in the store. */
function written(text: string): Variant[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    variant('raw', text),
    variant('json', json),
    variant('json-slash', json.replaceAll('/', '\\/')),
    variant('json-json', JSON.stringify(json).slice(1, -1)),
    variant('nix-string', escapeNix(text)),
    variant('nix-indented', text.replaceAll("''", "'''").replaceAll('${', "''${")),
    variant('aterm', escapeAterm(text)),
    variant('aterm-json', escapeAterm(json)),
    variant('shell-single', text.replaceAll("'", "'\\''")),
    variant('shell-double', text.replace(/[\\"$`]/g, '\\$&')),
    variant('systemd', text.replaceAll('%', '%%').replaceAll('$', '$$$$')),
    variant('html', escapeHtml(text)),
    ...percentForms(text),
  ];
}

function escapeNix(text: string): string {
  return escapeAterm(text).replaceAll('${', '\\${');
}

/** As Nix writes strings in derivations (`printString`). */
function escapeAterm(text: string): string {
  const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return text.replace(/[\\"\n\r\t]/g, (character) => names[character] ?? `\\${character}`);
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/** Percent-encoding of all that is not unreserved (RFC 3986, 2.3), in capitals and in small letters, and as forms write it. */
function percentForms(text: string): Variant[] {
  const upper = Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.~-]/.test(character)
      ? character
      : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }).join('');
  const lower = upper.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  return [
    variant('percent', upper),
    variant('percent-lower', lower),
    variant('form', upper.replaceAll('%20', '+')),
  ];
}

function encoded(value: Buffer): Variant[] {
  const hex = value.toString('hex');
  return [
    ...base64Forms(value),
    variant('hex', hex),
    variant('hex-upper', hex.toUpperCase()),
    variant('hex-escape', hex.replace(/../g, '\\x$&')),
    { name: 'utf-16', bytes: Buffer.from(value.toString('utf8'), 'utf16le') },
  ];
}

/**
 * Base64 and base64url at the three places a value can begin among groups of three bytes. Digits
 * that also depend on the neighbours are cut off.
 */
function base64Forms(value: Buffer): Variant[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), value]);
    const whole = Math.floor((padded.length * 8) / 6);
    const standard = padded.toString('base64').slice(Math.ceil((offset * 8) / 6), whole);
    return [
      variant(`base64+${offset}`, standard),
      variant(`base64url+${offset}`, standard.replaceAll('+', '-').replaceAll('/', '_')),
    ];
  });
}
