/** How a request to GitHub failed, in the cases that are handled differently. */
export type Failure =
  /** No answer: refused, reset, or not in time. */
  | { readonly kind: 'unreachable' }
  /** Too many requests; `waitSeconds` is GitHub's own word on how long to wait. */
  | { readonly kind: 'limited'; readonly status: number; readonly waitSeconds: number }
  | { readonly kind: 'broken'; readonly status: number; readonly waitSeconds?: number }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Thrown by every call of a client; nothing in it comes from the request. */
export class GitHubError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failureText(failure));
    this.name = 'GitHubError';
    this.failure = failure;
  }
}

/** GitHub asks for a minute when it limits requests without naming a time (REST API, rate limits). */
const defaultWaitSeconds = 60;

/** An answer as far as failures are concerned. Header names are in lower case. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The `message` of the body. */
  readonly message: string;
};

/** Classifies an answer that is no success, `now` in milliseconds since 1970. */
export function failureOf({ status, headers, message }: Answer, now: number): Failure {
  const retryAfter = seconds(headers['retry-after']);
  if (isLimited(status, headers, message)) {
    const reset = seconds(headers['x-ratelimit-reset']);
    const untilReset =
      headers['x-ratelimit-remaining'] === '0' && reset !== undefined
        ? Math.max(1, Math.ceil(reset - now / 1_000))
        : undefined;
    return { kind: 'limited', status, waitSeconds: retryAfter ?? untilReset ?? defaultWaitSeconds };
  }
  if (status < 500) return { kind: 'refused', status, message };
  return { kind: 'broken', status, ...(retryAfter !== undefined && { waitSeconds: retryAfter }) };
}

/** Secondary limits come as 403 as well as 429 (REST API, best practices). */
function isLimited(status: number, headers: Answer['headers'], message: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    message.includes('secondary rate limit')
  );
}

function seconds(header: string | number | undefined): number | undefined {
  const value = Number(header ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** One clause for people, without anything the request held. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return 'GitHub gave no answer in time';
    case 'limited':
      return `GitHub limits requests (${failure.status}) for another ${failure.waitSeconds} s`;
    case 'broken':
      return `GitHub failed (${failure.status})`;
    case 'refused':
      return refusalText(failure.status, failure.message);
  }
}

function refusalText(status: number, message: string): string {
  switch (status) {
    case 401:
      return 'the token is not valid (401)';
    case 403:
      return 'the token may not (403), as in pull requests from forks';
    case 404:
      return 'not found, or not visible to the token (404)';
    default:
      return `GitHub refused (${status})${message === '' ? '' : `: ${message}`}`;
  }
}
