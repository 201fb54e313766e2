import { spawnSync } from 'node:child_process';
import type { ExecOptions, ExecResult } from '../model/host.ts';

/** Runs a program to its end without a shell, with the given environment only, and within its limits. */
export function exec(program: string, args: readonly string[], options: ExecOptions): ExecResult {
  const run = spawnSync(program, [...args], {
    cwd: options.directory,
    env: options.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMilliseconds,
    killSignal: 'SIGKILL',
    maxBuffer: options.maxOutputBytes,
    windowsHide: true,
  });
  const code = run.error !== undefined && 'code' in run.error ? String(run.error.code) : undefined;
  const failures = new Map<string, NonNullable<ExecResult['failure']>>([
    ['ENOENT', 'not-found'],
    ['EACCES', 'denied'],
    ['ETIMEDOUT', 'timeout'],
    ['ENOBUFS', 'output-limit'],
  ]);
  const failed = code === undefined ? undefined : (failures.get(code) ?? 'denied');
  const failureKind = failed ?? (run.signal === null ? undefined : 'signal');
  return {
    status: run.status ?? undefined,
    stdout: run.stdout ?? new Uint8Array(),
    stderr: run.stderr?.toString('utf8') ?? '',
    ...(failureKind && { failure: failureKind }),
  };
}
