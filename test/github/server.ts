import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { operations, type Operation } from './openapi.ts';
import { violationsOf, type Body, type CheckAnnotation } from './unwritten-rules.ts';

/** An answer that is forced on an operation instead of the right one. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly message?: string;
    }
  | 'hang'
  | 'reset';

export type Request = {
  /** Operation id of GitHub's description; '' when there is none. */
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: Body;
  readonly violations: readonly string[];
};

export type Text = {
  readonly id: number;
  readonly number: number;
  body: string;
  state: string;
  readonly title?: string;
  readonly user: { readonly login: string; readonly type: string };
};
export type CheckRun = { readonly id: number; readonly body: Body; annotations: CheckAnnotation[] };
export type PullFile = { readonly filename: string; readonly patch?: string };

export type Activity = { readonly before: string; readonly timestamp: string };

/** What the server holds. Tests fill it and look at it. */
export type State = {
  readonly checkRuns: CheckRun[];
  readonly comments: Text[];
  readonly reviewComments: Text[];
  readonly issues: Text[];
  readonly files: PullFile[];
  readonly uploads: Body[];
  /** What was pushed to the branch, newest first; absent on a server that does not tell. */
  activities?: readonly Activity[];
  /** Head of every pull request. */
  pullHead: string;
};

export type GitHubServer = {
  readonly url: string;
  readonly requests: Request[];
  readonly state: State;
  /** Answers by operation, each used once; `always` stays. */
  readonly faults: Map<string, Fault[]>;
  readonly always: Map<string, Fault>;
  readonly close: () => Promise<void>;
};

/** Who writes with the token of a workflow. */
export const bot = { login: 'github-actions[bot]', type: 'Bot' };

const described = operations();

/** A GitHub on the loopback interface: checks every request against GitHub's description, keeps state. */
export async function startGitHub(): Promise<GitHubServer> {
  const state: State = {
    checkRuns: [],
    comments: [],
    reviewComments: [],
    issues: [],
    files: [],
    uploads: [],
    pullHead: '',
  };
  const requests: Request[] = [];
  const faults = new Map<string, Fault[]>();
  const always = new Map<string, Fault>();
  const server = createServer((message, response) => {
    void textOf(message).then((text) => {
      const request = understand(message, text);
      requests.push(request);
      const fault = faults.get(request.operation)?.shift() ?? always.get(request.operation);
      if (fault === 'hang') return;
      if (fault === 'reset') return void message.socket.destroy();
      if (fault !== undefined) {
        const { status, headers = {}, message: text = 'fault' } = fault;
        return send(response, status, { message: text }, headers);
      }
      answer(request, state, response);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    state,
    faults,
    always,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function understand(message: IncomingMessage, text: string): Request {
  const url = new URL(message.url ?? '/', 'http://localhost');
  const found = described.find(
    ({ method, pattern }) => method === message.method && pattern.test(url.pathname),
  );
  const query = Object.fromEntries(url.searchParams);
  const body: Body = text === '' ? {} : JSON.parse(text);
  const common = { query, headers: message.headers, body };
  if (found === undefined) {
    const violations = [`no operation ${message.method} ${url.pathname}`];
    return { operation: '', parameters: {}, violations, ...common };
  }
  const values = found.pattern.exec(url.pathname)?.slice(1) ?? [];
  const parameters = Object.fromEntries(
    found.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]),
  );
  const violations = [...faultsOf(found, query, body), ...violationsOf(found.id, body)];
  return { operation: found.id, parameters, violations, ...common };
}

function faultsOf(operation: Operation, query: Request['query'], body: Body): string[] {
  const wrong = Object.entries(query)
    .filter(([name, value]) => operation.query.get(name)?.(value) !== true)
    .map(([name, value]) => `query parameter ${name}=${value}`);
  if (Number(query['per_page'] ?? 0) > 100) wrong.push('per_page above 100');
  const validate = operation.body?.();
  if (validate === undefined || validate(body)) return wrong;
  const errors = validate.errors ?? [];
  return [...wrong, ...errors.map(({ instancePath, message }) => `${instancePath} ${message}`)];
}

function answer(request: Request, state: State, response: ServerResponse): void {
  if (!/^token \S+$/.test(request.headers.authorization ?? '')) {
    return send(response, 401, { message: 'Requires authentication' });
  }
  const operation = described.find(({ id }) => id === request.operation);
  if (operation === undefined) return send(response, 404, { message: 'Not Found' });
  if (request.violations.length > 0) {
    return send(response, 422, { message: 'Validation Failed', errors: request.violations });
  }
  const result = act(request, state);
  if (result === undefined) return send(response, 404, { message: 'Not Found' });
  const { status, example } = operation.success;
  const isList = Array.isArray(result);
  const body = isList ? result : { ...Object(example), ...result };
  send(response, status, body, nextLink(request, state));
}

/** Activities are paged by cursors that only a header tells. */
function nextLink(
  { operation, query }: Request,
  { activities = [] }: State,
): Record<string, string> {
  const end = Number(query['after'] ?? 0) + Number(query['per_page'] ?? 30);
  if (operation !== 'repos/list-activities' || end >= activities.length) return {};
  const other = 'http://127.0.0.1:1/elsewhere';
  return {
    link: `<${other}?before=x>; rel="prev", <${other}?per_page=1&after=${end}>; rel="next"`,
  };
}

/** Changes the state as GitHub would; undefined for what does not exist. */
function act({ operation, parameters, query, body }: Request, state: State): object | undefined {
  const page = Number(query['page'] ?? 1);
  const size = Number(query['per_page'] ?? 30);
  const paged = (items: readonly object[]) => items.slice((page - 1) * size, page * size);
  switch (operation) {
    case 'checks/create': {
      const run = { id: state.checkRuns.length + 1, body, annotations: annotationsOf(body) };
      state.checkRuns.push(run);
      return { id: run.id };
    }
    case 'checks/update': {
      const run = state.checkRuns.find(({ id }) => id === Number(parameters['check_run_id']));
      run?.annotations.push(...annotationsOf(body));
      return run && { id: run.id };
    }
    case 'issues/list-comments':
      return paged(state.comments);
    case 'issues/create-comment':
      return write(state.comments, body);
    case 'issues/update-comment':
      return change(state.comments, Number(parameters['comment_id']), body);
    case 'issues/list-for-repo':
      return paged(state.issues);
    case 'issues/create':
      return write(state.issues, body);
    case 'issues/update':
      return change(state.issues, Number(parameters['issue_number']), body);
    case 'repos/list-activities': {
      const from = Number(query['after'] ?? 0);
      return state.activities?.slice(from, from + size);
    }
    case 'pulls/list-files':
      return paged(state.files);
    case 'pulls/list-review-comments':
      return paged(state.reviewComments);
    case 'pulls/create-review': {
      const comments = Array.isArray(body['comments']) ? body['comments'] : [];
      for (const comment of comments) write(state.reviewComments, comment);
      return {};
    }
    case 'pulls/get':
      return { head: { sha: state.pullHead } };
    case 'code-scanning/upload-sarif':
      state.uploads.push(body);
      return { id: 'upload' };
    default:
      return undefined;
  }
}

function annotationsOf(body: Body): CheckAnnotation[] {
  return [...(body.output?.annotations ?? [])];
}

function write(texts: Text[], body: Body): object {
  const id = texts.length + 1;
  const { title } = body;
  const text = { id, number: id, body: String(body.body), state: 'open', user: bot };
  texts.push(typeof title === 'string' ? { ...text, title } : text);
  return { id };
}

function change(texts: Text[], id: number, body: Body): object | undefined {
  const text = texts.find((candidate) => candidate.id === id);
  if (text === undefined) return undefined;
  if (body.body !== undefined) text.body = body.body;
  if (typeof body['state'] === 'string') text.state = body['state'];
  return { id };
}

function send(
  response: ServerResponse,
  status: number,
  value: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}
