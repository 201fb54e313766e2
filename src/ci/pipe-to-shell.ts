import type { ShellCommand, ShellScript, Word } from '../model/shell.ts';
import type { Invocation } from './invocation.ts';
import { invocationsOf } from './invocation.ts';

/** A download that a shell runs as it arrives. */
export type PipedDownload = { readonly url: Word; readonly shell: string };

const downloaders = new Set(['curl', 'wget', 'wcurl', 'aria2c', 'http', 'https']);
const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'source', '.', 'eval']);

/**
 * Downloads that go straight into a shell: through a pipe, a process substitution (`sh <(curl …)`) or a command
 * substitution (`sh -c "$(curl …)"`). A download that is stored, checked and then run is none.
 */
export function pipedDownloads(script: ShellScript): readonly PipedDownload[] {
  return script.commands.flatMap((command) => {
    const download = invocationsOf(command).find(({ program }) => downloaders.has(program));
    const url = download?.args.find(isUrl);
    const shell = url === undefined ? undefined : shellBehind(script, command);
    return url === undefined || shell === undefined ? [] : [{ url, shell }];
  });
}

function isUrl(word: Word): boolean {
  return /^(?:https?:\/\/|[\w-]+\.[\w.-]+\/)/.test(word.value.text);
}

function shellBehind(script: ShellScript, command: ShellCommand): string | undefined {
  const outer = command.within?.by === 'string' ? undefined : command.within;
  return (
    shellOf(outer === undefined ? undefined : script.commands[outer.command]) ??
    pipedShell(script, command)
  );
}

/** Follows the pipeline: `curl … | tar x | tee log | sh`. */
function pipedShell(script: ShellScript, command: ShellCommand): string | undefined {
  let next = command.pipesInto;
  for (let stages = 0; next !== undefined && stages < 8; stages++) {
    const stage: ShellCommand | undefined = script.commands[next];
    const shell = shellOf(stage);
    if (shell !== undefined) return shell;
    next = stage?.pipesInto;
  }
  return undefined;
}

function shellOf(command: ShellCommand | undefined): string | undefined {
  const invocation: Invocation | undefined = command && invocationsOf(command)[0];
  return invocation !== undefined && shells.has(invocation.program)
    ? invocation.program
    : undefined;
}
