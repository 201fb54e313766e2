import type { Failure } from './failure.ts';

/** Bounds of all requests of one run. A linter must not hold up a job because GitHub is slow. */
export type RetryLimits = {
  readonly attempts: number;
  /** For one attempt. */
  readonly requestMilliseconds: number;
  /** For all requests together, waiting included. */
  readonly totalMilliseconds: number;
};

export const defaultLimits: RetryLimits = {
  attempts: 4,
  requestMilliseconds: 15_000,
  totalMilliseconds: 120_000,
};

/** First wait after a fault of GitHub's side; doubled with each further one. */
const firstWait = 500;

/** Requests that may be sent twice without doing something twice. */
const repeatable = new Set(['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE']);

/**
 * How many milliseconds to wait before the next attempt, or undefined when there should be none.
 * `attempt` counts from 1. What creates something is sent again only when GitHub said that it did not
 * act: after a timeout or a 502 there may be a comment already, and a second one would stay for ever.
 */
export function retryDelay(failure: Failure, method: string, attempt: number): number | undefined {
  const backoff = firstWait * 2 ** (attempt - 1);
  switch (failure.kind) {
    case 'limited':
      return failure.waitSeconds * 1_000;
    case 'broken': {
      const didNotAct = failure.status === 503 && failure.waitSeconds !== undefined;
      if (!didNotAct && !repeatable.has(method)) return undefined;
      return Math.max(backoff, (failure.waitSeconds ?? 0) * 1_000);
    }
    case 'unreachable':
      return repeatable.has(method) ? backoff : undefined;
    case 'refused':
      return undefined;
  }
}
