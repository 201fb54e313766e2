import type { Span } from '../model/span.ts';
import type { Step } from '../model/workflow.ts';
import { inputOf, nixAction } from './actions.ts';
import { invocationsOf } from './invocation.ts';
import { flagOf, nixCommands } from './nix-command.ts';
import { commandsOf } from './steps.ts';

/** Where a step writes to a binary cache that others read, and how. */
export type CacheWrite = { readonly at: Span; readonly by: string };

/** The first write of a step to a binary cache. */
export function cacheWrite(step: Step): CacheWrite | undefined {
  return actionWrite(step) ?? commandWrite(step);
}

function actionWrite(step: Step): CacheWrite | undefined {
  const action = nixAction(step.uses);
  if (action === undefined || step.uses === undefined) return undefined;
  const { push, repository } = action;
  if (push === undefined) return undefined;
  const skip = push.skip === undefined ? undefined : inputOf(step, push.skip);
  // An expression decides while it runs; authors use it to skip exactly the untrusted events.
  if (skip !== undefined && skip.value.text.trim() !== 'false') return undefined;
  const token = push.tokens.map((name) => inputOf(step, name)).find((input) => input !== undefined);
  return token === undefined ? undefined : { at: step.uses.span, by: repository };
}

/** Programs and subcommands that upload store paths. */
const uploads: ReadonlyMap<string, readonly string[]> = new Map([
  ['cachix', ['push', 'watch-exec', 'watch-store']],
  ['attic', ['push', 'watch-store']],
  ['niks3', ['push']],
]);

function commandWrite(step: Step): CacheWrite | undefined {
  for (const command of commandsOf(step)) {
    for (const { program, args } of invocationsOf(command)) {
      const verb = args.map(({ value }) => value.text).find((text) => !text.startsWith('-'));
      if (verb !== undefined && uploads.get(program)?.includes(verb)) {
        return { at: command.span, by: `${program} ${verb}` };
      }
    }
  }
  const script = step.run?.script;
  const copy = (script === undefined ? [] : nixCommands(script)).find(
    (nix) => nix.subcommand === 'copy' && isRemote(flagOf(nix, '--to')?.values[0]?.value.text),
  );
  return copy === undefined ? undefined : { at: copy.command.span, by: 'nix copy --to' };
}

function isRemote(store: string | undefined): boolean {
  return store !== undefined && !/^(?:file:|\/|\.|local|daemon|auto)/.test(store);
}

/** Where a step restores store paths that other runs wrote. */
export function cacheRestore(step: Step): CacheWrite | undefined {
  const { uses } = step;
  if (uses === undefined) return undefined;
  const paths = inputOf(step, 'path')?.value.text ?? '';
  const plain =
    uses.repository === 'actions/cache' && /(?:^|\s)\/nix(?:\/store)?\/?(?:\s|$)/.test(paths);
  const action = nixAction(uses);
  if (!plain && action?.role !== 'restore-cache') return undefined;
  return { at: uses.span, by: action?.repository ?? 'actions/cache' };
}
