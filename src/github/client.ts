import type { GitHub } from '@actions/github/lib/utils';
import { version } from '../version.ts';
import { failureOf, GitHubError, type Answer, type Failure } from './failure.ts';
import { defaultLimits, retryDelay, type RetryLimits } from './retry.ts';

/** GitHub's REST API with bounded retries. Every call throws GitHubError and nothing else. */
export type Client = InstanceType<typeof GitHub>;

export type Connection = {
  /** Base URL of the API, GITHUB_API_URL. */
  readonly api: string;
  readonly token: string;
  readonly limits?: RetryLimits;
  /** Replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
};

/** More of a message is not for one line of a report. */
const maxMessage = 200;

/**
 * Connects to one API host. The token goes to it and nowhere else: redirects are not followed, and pages
 * are counted here instead of following links of the answer.
 */
export async function connect(connection: Connection): Promise<Client> {
  // A megabyte of code that most runs never need.
  const { GitHub, getOctokitOptions } = await import('@actions/github/lib/utils');
  const client = new GitHub(
    getOctokitOptions(connection.token, {
      baseUrl: connection.api,
      userAgent: `nix-secure-lint/${version}`,
      log: { debug: silent, info: silent, warn: silent, error: silent },
      request: { redirect: 'manual' },
    }),
  );
  client.hook.wrap('request', withRetries(connection));
  return client;
}

function silent(): void {}

type HookRequest = { readonly method: string; request?: object };
type HookResponse = { readonly status: number; readonly headers: Answer['headers'] };

/** Wraps one request: a time limit for each attempt, another attempt where that is right. */
export function withRetries(connection: Connection) {
  const { token, limits = defaultLimits, sleep = pause } = connection;
  const deadline = Date.now() + limits.totalMilliseconds;
  return async <Options extends HookRequest, Response extends HookResponse>(
    request: (options: Options) => Response | Promise<Response>,
    options: Options,
  ): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(request, options, { limits, deadline, token });
      if (!('failure' in outcome)) return outcome.response;
      const wait = retryDelay(outcome.failure, options.method, attempt);
      const isLast = attempt >= limits.attempts;
      if (wait === undefined || isLast || Date.now() + wait > deadline) {
        throw new GitHubError(outcome.failure);
      }
      await sleep(wait);
    }
  };
}

type Bounds = {
  readonly limits: RetryLimits;
  readonly deadline: number;
  readonly token: string;
};
type Outcome<Response> = { readonly response: Response } | { readonly failure: Failure };

async function once<Options extends HookRequest, Response extends HookResponse>(
  request: (options: Options) => Response | Promise<Response>,
  options: Options,
  { limits, deadline, token }: Bounds,
): Promise<Outcome<Response>> {
  const left = Math.min(limits.requestMilliseconds, deadline - Date.now());
  if (left <= 0) return { failure: { kind: 'unreachable' } };
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), left);
  try {
    // Changed in place: a hook below this one is bound to the object it was given first.
    options.request = { ...options.request, signal };
    const response = await request(options);
    if (response.status < 300) return { response };
    return { failure: { kind: 'refused', status: response.status, message: 'redirected' } };
  } catch (error) {
    const answer = answerOf(error, token);
    if (answer === undefined) return { failure: { kind: 'unreachable' } };
    return { failure: failureOf(answer, Date.now()) };
  } finally {
    clearTimeout(timer);
  }
}

/** What GitHub answered, read from the error of @octokit/request; undefined when there was no answer. */
function answerOf(error: unknown, token: string): Answer | undefined {
  // The error is of another package's class, of which only these fields are used and each is checked.
  const { response } = error as {
    response?: { status?: unknown; headers?: unknown; data?: unknown };
  };
  if (typeof response?.status !== 'number') return undefined;
  const { message } = (response.data ?? {}) as { message?: unknown };
  const text = typeof message === 'string' ? message : '';
  return {
    status: response.status,
    // @octokit/request builds this record itself, from the answer's headers.
    headers: (response.headers ?? {}) as Answer['headers'],
    // A proxy may echo what it was sent.
    message: text.replaceAll(token, '***').slice(0, maxMessage),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
