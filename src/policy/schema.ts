import * as z from 'zod';
import { profiles, severities } from '../model/severity.ts';
import { maxEntries, maxPatternLength } from './limits.ts';

/** What the schema must know of a rule. */
export type KnownRule = { readonly id: string; readonly summary: string };

const level = z.enum(['off', ...severities]);
const until = z.iso
  .date({ error: 'expected a date as YYYY-MM-DD' })
  .describe('Last day, UTC, on which this holds; afterwards it has no effect and is reported.');
const owner = z
  .string()
  .min(1, { error: 'expected a person or team, found nothing' })
  .describe('Who answers for this, e.g. "@acme/platform".');
const reason = z
  .string()
  .regex(/\S/u, { error: 'expected a reason in words, found none' })
  .describe('Why this is acceptable.');

const glob = z
  .string()
  .min(1, { error: 'expected a pattern, found nothing' })
  .max(maxPatternLength, { error: `expected at most ${maxPatternLength} characters` })
  .regex(/^[^\u0000-\u001f\u007f]*$/u, { error: 'expected a pattern without control characters' });
const file = glob.regex(/^(?!\.{0,2}\/)[^\\]*$/u, {
  error: 'expected a path relative to the linted directory, with "/", such as "examples/**"',
});
const filePath = file.describe('Relative to the linted directory.');

/** An acceptance: a plain string, or a record that says why, who and until when. */
function acceptance<T extends z.ZodType<string>>(match: T) {
  return z.union([
    match,
    z.strictObject({
      match,
      reason: reason.optional(),
      owner: owner.optional(),
      until: until.optional(),
    }),
  ]);
}

function listOf<T extends z.ZodType>(entry: T, description: string) {
  return z
    .array(entry)
    .max(maxEntries, { error: `expected at most ${maxEntries} entries` })
    .optional()
    .describe(description);
}

const url = z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/\S+$/u, {
  error: 'expected a URL such as "https://cache.example.org"',
});
const publicKey = z.string().regex(/^[^\s:]+:[A-Za-z0-9+/]{43}=$/u, {
  error: 'expected a public key as "name:base64 of 32 bytes"',
});
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, { error: 'expected a sha256 as 64 lower-case hex digits' });

const trustedCache = z.strictObject({
  url,
  keys: z
    .array(publicKey)
    .min(1, { error: 'expected at least one public key' })
    .describe('Public keys that may sign for this cache.'),
  reason: reason.optional(),
  owner: owner.optional(),
  until: until.optional(),
});

const inputs = z.strictObject({
  'allowed-hosts': listOf(acceptance(glob), 'Hosts inputs may come from.'),
  'allowed-owners': listOf(
    acceptance(glob),
    'Forge owners inputs may come from, e.g. "github:NixOS".',
  ),
  'allowed-sources': listOf(
    acceptance(glob),
    'Source identities inputs may have, e.g. "github:NixOS/*".',
  ),
  'allow-local-inputs': listOf(
    acceptance(glob),
    'Paths of inputs that may be files of the checkout.',
  ),
  'max-nodes': z.int().min(1).max(1_000_000).optional().describe('Most nodes a lock may have.'),
  'max-depth': z.int().min(1).max(64).optional().describe('Longest chain from a root to an input.'),
  inventory: filePath.optional().describe('File that lists every input that may occur.'),
});

const days = z.int().min(0).max(36_500);

const changes = z.strictObject({
  'max-jump': days
    .optional()
    .describe('Days by which an update may jump forward without a change request. Default: 180.'),
  cooldown: days
    .optional()
    .describe('Days that new content must be old; younger is a change request. Default: 0.'),
});

function ignoreEntry(ruleIds: z.ZodType<string>) {
  return z.strictObject({
    rule: ruleIds.describe('Rule id.'),
    path: file.optional().describe('Glob over the path of the finding.'),
    subject: glob
      .optional()
      .describe('Glob over the subject of the finding, e.g. "utils/systems".'),
    'reason-code': z.string().min(1).optional().describe('The reason of the finding, exactly.'),
    reason,
    owner: owner.optional(),
    until: until.optional(),
  });
}

/** Rules about the policy itself: an entry that silences them would hide that entry. */
const unignorable: ReadonlySet<string> = new Set(['meta-suppression', 'meta-policy-weakened']);

/** Schema of the policy file, for a given set of rules; the single source of what it may hold. */
export function policySchema(rules: readonly KnownRule[]) {
  const ids = rules.map((rule) => rule.id);
  const levels = Object.fromEntries(
    rules.map((rule) => [rule.id, level.optional().describe(rule.summary)]),
  );
  return z
    .strictObject({
      version: z.literal(1).describe('Version of this format.'),
      profile: z.enum(profiles).optional().describe('How much is reported. Default: default.'),
      'fail-on': z
        .enum([...severities, 'never'])
        .optional()
        .describe('Mildest severity that fails the run. Default: error.'),
      rules: z.strictObject(levels).optional().describe('Level of a rule, whatever the profile.'),
      files: z
        .strictObject({
          exclude: listOf(file, 'Globs of files that are not linted.'),
          settings: listOf(
            file,
            'Globs of files that hold Nix settings as nix.conf does, whatever their name.',
          ),
        })
        .optional(),
      ignore: listOf(
        ignoreEntry(z.enum(ids.filter((id) => !unignorable.has(id)))),
        'Findings that are accepted.',
      ),
      inputs: inputs.optional().describe('What may stand in a lock.'),
      changes: changes.optional().describe('What a change of a lock may do unseen.'),
      'trusted-caches': listOf(trustedCache, 'Binary caches that may be used, with their keys.'),
      'trusted-users': listOf(acceptance(glob), 'Users that may be named in trusted-users.'),
      'own-installers': listOf(acceptance(glob), 'Own actions that install Nix.'),
      'example-keys': listOf(acceptance(glob), 'Public keys that occur only as examples.'),
      'approved-changes': listOf(
        acceptance(digest),
        'Reviewed lock changes, by the sha256 printed with the change.',
      ),
      baseline: filePath.optional().describe('File that counts the findings accepted so far.'),
    })
    .describe('Policy of nix-secure-lint');
}

/** Schema of the inventory file. */
export const inventorySchema = z
  .strictObject({
    version: z.literal(1),
    inputs: z
      .array(
        z.strictObject({
          input: glob
            .optional()
            .describe('Input path from the root, e.g. "utils/systems"; a glob.'),
          source: glob.describe('Source identity, e.g. "github:NixOS/nixpkgs"; a glob.'),
          lock: file.optional().describe('The lock this entry speaks of; a glob. Default: all.'),
          reason: reason.optional(),
          owner: owner.optional(),
          until: until.optional(),
        }),
      )
      .max(maxEntries, { error: `expected at most ${maxEntries} entries` }),
  })
  .describe('Inputs that may occur in the locks of this repository');

/** Schema of the baseline file. */
export const baselineSchema = z
  .strictObject({
    version: z.literal(1),
    findings: z
      .array(
        z.strictObject({
          rule: z.string().min(1),
          path: z.string(),
          subject: z.string(),
          reason: z.string().min(1),
          fingerprint: z
            .string()
            .regex(/^[0-9a-f]{32}$/u, { error: 'expected 32 lower-case hex digits' }),
          count: z.int().min(1).max(1_000_000),
        }),
      )
      .max(100_000, { error: 'expected at most 100000 entries' }),
  })
  .describe('Findings accepted when the baseline was written');

/** JSON Schema (draft 2020-12) of the policy file, for editors. */
export function policyJsonSchema(rules: readonly KnownRule[]): object {
  return z.toJSONSchema(policySchema(rules), { io: 'input' });
}
