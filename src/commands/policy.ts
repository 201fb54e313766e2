import { discover } from '../discover.ts';
import { gather } from '../gather.ts';
import { stringAttr } from '../model/flake-lock.ts';
import type { Host } from '../model/host.ts';
import type { Rule } from '../model/rule.ts';
import { defaultOptions, type Options } from '../options.ts';
import { lockedInputs } from '../parse/locked-input.ts';
import { hostOf, identityText, ownerText } from '../parse/source-identity.ts';
import { didYouMean } from '../policy/closest.ts';
import { decidePolicy } from '../policy/decide.ts';
import { exclusion } from '../policy/exclude.ts';
import { explainInput, explainRule, type ExplainedInput, type Setting } from '../policy/explain.ts';
import type { Fault } from '../policy/fault.ts';
import { initFiles, type NewFile } from '../policy/init.ts';
import { policyPaths } from '../policy/state.ts';
import { lastColumn } from '../report/wrap.ts';
import { allRules } from '../rules/index.ts';
import { run } from '../run.ts';

/** What a command prints and writes, or why it does neither. */
export type Done =
  | { readonly ok: true; readonly text: string; readonly files: readonly NewFile[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A policy, inventory and baseline under which today's repository is green. Overwrites nothing. */
export async function init(host: Host): Promise<Done> {
  const existing = policyPaths.find((path) => host.read(path, Number.MAX_SAFE_INTEGER).ok);
  if (existing !== undefined) return refuse(`${existing} exists already, change it by hand`);
  const outcome = await run(defaultOptions, host);
  if (!outcome.ok) return outcome;
  const { findings, profile, failOn } = outcome.report;
  const inputs = await inputsOf(host, () => false);
  const files = initFiles({ findings, inputs, profile, failOn });
  const written = files.map(({ path }) => `wrote ${path}\n`).join('');
  return { ok: true, files, text: `${written}Review and commit them, then run nix-secure-lint.\n` };
}

/** What a rule finds or where an input comes from, and which line of the policy decides about it. */
export async function explain(
  command: { readonly topic: string; readonly options: Options },
  host: Host,
  width: number,
): Promise<Done> {
  const { topic, options } = command;
  const decided = await decidePolicy(options, host, allRules);
  if (!decided.ok) return decided;
  const { state } = decided.value;
  const { policy, texts } = state;
  const row = (before: string, text: string): string => lastColumn(before, text, width);
  const setting = { policy, overrides: options.rules, texts, now: host.now, row };
  const [id = '', ...codes] = topic.split('/');
  const rule = allRules.find((one) => one.id === id);
  if (rule !== undefined) return ruleExplained(rule, codes.join('/'), setting);
  const inputs = await inputsOf(host, exclusion(policy));
  const text = explainInput(topic, inputs, setting);
  if (text !== undefined) return { ok: true, files: [], text };
  const names = [...allRules.map(({ id }) => id), ...inputs.map(({ input }) => input)];
  return refuse(`'${topic}' is neither a rule nor an input here${didYouMean(topic, names)}`);
}

/** Every output prints `rule/reason`: what stands there can be asked for as it is. */
function ruleExplained(rule: Rule, reason: string, setting: Setting): Done {
  if (reason === '') return { ok: true, files: [], text: explainRule(rule, setting) };
  const names = Object.keys(rule.reasons);
  if (names.includes(reason)) {
    return { ok: true, files: [], text: explainRule(rule, setting, reason) };
  }
  const hint = didYouMean(reason, names);
  return refuse(`'${reason}' is no reason of ${rule.id}${hint || `: ${names.join(', ')}`}`);
}

function refuse(message: string): Done {
  return { ok: false, faults: [{ path: '', line: 0, column: 0, message }] };
}

async function inputsOf(
  host: Host,
  isExcluded: (path: string) => boolean,
): Promise<ExplainedInput[]> {
  const listing = host.list();
  const entries = listing.ok ? listing.entries.filter(({ path }) => !isExcluded(path)) : [];
  const inputs: ExplainedInput[] = [];
  for (const document of await gather(discover(entries), host)) {
    if (document.kind !== 'flake-lock') continue;
    for (const { path, identity, locked } of lockedInputs(document.model)) {
      const source = identityText(identity);
      const [host, owner] = [hostOf(identity), ownerText(identity)];
      const rev = stringAttr(locked, 'rev');
      const modified = locked.attrs.get('lastModified')?.value;
      const at = typeof modified === 'number' ? { lastModified: modified } : {};
      inputs.push({ lock: document.path, input: path, source, host, owner, rev, ...at });
    }
  }
  return inputs;
}
