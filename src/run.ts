import { knownSecrets } from './canaries.ts';
import { reviewChanges } from './changes.ts';
import { compare } from './compare/index.ts';
import { conclude } from './conclude.ts';
import { notInDerivations } from './derivations/once.ts';
import { scanRequested } from './derivations/requested.ts';
import { outputRows, withProvenance } from './derivations/scan.ts';
import { discover } from './discover.ts';
import { surer, withoutDoubles, withoutRepeats } from './doubles.ts';
import { gather } from './gather.ts';
import { graphsOf } from './graphs.ts';
import { onlyIntroduced } from './introduced.ts';
import { judge } from './judge.ts';
import type { Document } from './model/document.ts';
import type { Host } from './model/host.ts';
import type { Policy } from './model/policy.ts';
import type { Report } from './model/report.ts';
import type { Options } from './options.ts';
import { redactFinding } from './redacted.ts';
import { lockedInputs } from './parse/locked-input.ts';
import { identityText } from './parse/source-identity.ts';
import { applyPolicy, compareFindings, gradeAll } from './policy/apply.ts';
import { didYouMean } from './policy/closest.ts';
import type { Fault } from './policy/fault.ts';
import { exclusion, settingsFiles } from './policy/exclude.ts';
import type { LockedInput } from './policy/inventory.ts';
import { readInPlace } from './policy/in-place.ts';
import { decidePolicy } from './policy/decide.ts';
import { searchSecrets, type Searched } from './search.ts';
import { allRules } from './rules/index.ts';
import { metaRules } from './rules/meta/index.ts';
import { version } from './version.ts';

export type Outcome =
  | { readonly ok: true; readonly report: Report }
  /** Usage or policy errors: nothing was judged. */
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Lints what the host lists: policy, discover, read and parse, judge, apply policy, report. */
export async function run(options: Options, host: Host): Promise<Outcome> {
  const unknown = unknownRule(options);
  if (unknown !== undefined) return refusal(unknown);
  const absent = absentDerivations(options, host);
  if (absent !== undefined) return refusal(absent);
  const decided = await decidePolicy(options, host, allRules);
  if (!decided.ok) return decided;
  const { state, weakenings, place, placeRelated, unreadable, texts } = decided.value;
  const policy = effectivePolicy(state.policy, options);

  const listing = host.list();
  if (!listing.ok) return refusal(listing.problem);
  const isExcluded = exclusion(policy);
  const entries = listing.entries.filter(({ path }) => !isExcluded(path));
  const candidates = discover(entries, settingsFiles(policy));
  const paths = new Set(listing.entries.map((entry) => entry.path));
  const exists = (path: string): boolean => paths.has(path);
  const gathered = [...(await gather(candidates, host, paths)), ...unreadable];
  const known = knownSecrets(options.canary);
  const searching = {
    now: host.now,
    entropy: policy.profile === 'pedantic',
    ...(known.set && { canaries: known.set }),
  };
  const searched = searchSecrets(gathered, entries, host, searching);
  const documents = [...gathered, ...searched.documents];

  const context = { now: host.now, policy, exists, mode: options.mode ?? 'check' } as const;
  const scan = scanRequested(options, host, {
    rules: allRules,
    context,
    secrets: searching,
  });
  known.set?.wipe();
  const compared = await compare(options, host, documents, policy);
  const found = withoutRepeats(judge(documents, allRules, context));
  const isOff = (options.rules.get(surer) ?? policy.levels.get(surer)?.level) === 'off';
  const judged = [
    ...notInDerivations(isOff ? found : withoutDoubles(found), scan.judged),
    ...judge([...compared.documents, ...compared.unreadable], allRules, context),
    ...scan.judged,
  ];
  const notChecked = [...decided.value.notChecked, ...compared.notChecked, ...scan.notChecked];
  const inPlace = readInPlace(commentedTexts(documents), options.base, host);
  const applied = applyPolicy(judged, {
    policy,
    overrides: options.rules,
    comments: inPlace.comments,
    ...(state.baseline && { baseline: state.baseline }),
    seen: inputsOf(documents),
    texts: textsOf(documents),
    rules: allRules,
    ran: (id) => hasRun(id, context.mode),
    now: host.now,
  });
  const { changes, ...reviewed } = reviewChanges(compared.documents, applied, {
    policy,
    overrides: options.rules,
    rules: allRules,
    now: host.now,
  });
  const isPartial = options.newOnly === true && options.base !== undefined;
  const introduced = isPartial
    ? await onlyIntroduced(reviewed.findings, options.base, host, allRules, context, options.rules)
    : { findings: reviewed.findings, known: [] };
  const review: Document = {
    kind: 'policy',
    path: policy.path ?? '',
    text: '',
    model: { faults: place(applied.faults), weakenings: [...weakenings, ...inPlace.weakenings] },
  };
  const aboutPolicy = judge([review], metaRules, context);
  const graded = [
    ...placeRelated(introduced.findings),
    ...gradeAll(aboutPolicy, policy, options.rules),
  ];
  const findings = withProvenance(graded, scan.provenance).map(redactFinding).sort(compareFindings);
  return {
    ok: true,
    report: {
      version,
      profile: policy.profile,
      failOn: policy.failOn,
      root: host.prefix().replace(/\/$/, ''),
      findings,
      suppressed: [...reviewed.suppressed, ...introduced.known].map((one) => ({
        ...one,
        finding: redactFinding(one.finding),
      })),
      notChecked,
      changes,
      changeRequests: changes.filter(({ verdict }) => verdict === 'review').length,
      counts: {
        files: new Set(gathered.map(({ path }) => path)).size + searched.files,
        derivations: scan.derivations,
      },
      texts: new Map([...textsOf(documents), ...texts, ...scan.texts]),
      rules: allRules,
      graphs: graphsOf(documents, findings),
      ...(scan.outputs.length > 0 && { outputs: outputRows(scan, findings) }),
      conclusion: conclude(findings, notChecked, policy.failOn),
      notes: [
        ...onlyTracked(listing.tracked, gathered),
        ...known.notes,
        ...leftOut(searched),
        ...scan.notes,
      ],
    },
  };
}

/** What was not searched for secrets; formats that never hold text are no gap. */
function leftOut({ large, skipped }: Searched): string[] {
  const more = `${skipped} further files were not searched for secrets; exclude some or lint parts.`;
  const tooLarge = `Larger than 2 MiB and so not searched for secrets: ${large}.`;
  return [...(skipped > 0 ? [more] : []), ...(large > 0 ? [tooLarge] : [])];
}

/** Nothing found in a checkout may mean that new files were not added yet. */
function onlyTracked(tracked: boolean, gathered: readonly Document[]): string[] {
  return tracked && gathered.length === 0
    ? ['Only files that Git tracks are read; `git add` new ones first.']
    : [];
}

function hasRun(id: string, mode: 'check' | 'audit'): boolean {
  const only = allRules.find((rule) => rule.id === id)?.only;
  return only === undefined || only === mode;
}

function unknownRule(options: Options): string | undefined {
  const ids = allRules.map((rule) => rule.id);
  const unknown = [...options.rules.keys()].find((id) => !ids.includes(id));
  if (unknown === undefined) return undefined;
  const [id = ''] = unknown.split('/', 1);
  return ids.includes(id)
    ? `'${unknown}' is one reason of the rule ${id}; --rule sets whole rules: --rule ${id}=<level>`
    : `no rule '${unknown}'${didYouMean(unknown, ids)}`;
}

/** A path that was named and does not exist is a mistake of the user, not a gap in the check. */
function absentDerivations({ drv = [] }: Options, { store }: Host): string | undefined {
  const absent = drv.find((path) => path !== '-' && store?.files.status(path) === undefined);
  return absent === undefined ? undefined : `'${absent}' does not exist`;
}

function refusal(message: string): Outcome {
  return { ok: false, faults: [{ path: '', line: 0, column: 0, message }] };
}

/** Flags win over the policy. */
function effectivePolicy(policy: Policy, { profile, failOn }: Options): Policy {
  return { ...policy, ...(profile && { profile }), ...(failOn && { failOn }) };
}

function textsOf(documents: readonly Document[]): ReadonlyMap<string, string> {
  return new Map(documents.flatMap((document) => [...includedTexts(document), own(document)]));
}

function own({ path, text }: Document): readonly [string, string] {
  return [path, text];
}

/** Files a document includes may hold findings of their own. */
function includedTexts(document: Document): Iterable<readonly [string, string]> {
  return document.kind === 'settings' ? (document.model.included ?? []) : [];
}

/** Texts of the files whose comments start with `#`; JSON has none. */
function commentedTexts(documents: readonly Document[]): ReadonlyMap<string, string> {
  return textsOf(documents.filter(({ kind }) => kind !== 'flake-lock' && kind !== 'unreadable'));
}

function inputsOf(documents: readonly Document[]): LockedInput[] {
  const seen: LockedInput[] = [];
  for (const document of documents) {
    if (document.kind !== 'flake-lock') continue;
    for (const { path, identity } of lockedInputs(document.model)) {
      seen.push({ lock: document.path, input: path, source: identityText(identity) });
    }
  }
  return seen;
}
