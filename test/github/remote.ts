import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scratch, type Scratch } from '../checkout.ts';

/** What a workflow asks of actions/checkout. */
export type Checkout = {
  /** Where the commit stands on the remote, e.g. `refs/pull/2/merge`. */
  readonly ref: string;
  readonly commit: string;
  /** 0 is all of history. */
  readonly depth: number;
  /** Whether later steps may use the password. */
  readonly persist: boolean;
  /** Leaves out contents until they are needed, e.g. `blob:none`. */
  readonly filter?: string;
};

/** A private repository behind HTTPS, as a forge serves it. */
export type Remote = {
  /** The repository itself, to commit in. */
  readonly source: Scratch;
  /** Checks out into a new directory, by the commands of actions/checkout, and returns the directory. */
  readonly checkout: (wish: Checkout) => Promise<string>;
  /** Environment of steps on a checkout: a home that trusts the server's certificate. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests came since the last checkout. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

/** Why this machine can serve no repository, or undefined. */
export function noRemote(): string | undefined {
  if (spawnSync('openssl', ['version']).status !== 0) return 'openssl is not at hand';
  const { stdout } = spawnSync('git', ['http-backend'], { encoding: 'utf8' });
  return stdout.startsWith('Status:') ? undefined : 'git http-backend is not at hand';
}

export async function startRemote(): Promise<Remote> {
  const source = scratch();
  source.git('init', '--quiet', '--initial-branch=main');
  // GitHub serves any commit to whoever knows its id.
  source.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  source.git('config', 'uploadpack.allowFilter', 'true');
  const home = scratch();
  const certificate = makeCertificate(home.path);
  const password = randomBytes(12).toString('base64');
  let requests = 0;
  const server = createServer(certificate, (request, response) => {
    requests++;
    if (request.headers.authorization === `basic ${password}`) {
      return serve(source.path, request, response);
    }
    response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  home.write({ '.gitconfig': `[http]\n\tsslCAInfo = ${join(home.path, 'certificate.pem')}\n` });
  const checkouts: Scratch[] = [];
  return {
    source,
    environment: { HOME: home.path },
    requests: () => requests,
    checkout: async ({ ref, commit, depth, persist, filter }) => {
      const work = scratch();
      checkouts.push(work);
      // This process serves what git asks for, so it must not wait for git.
      const git = async (...args: readonly string[]): Promise<void> => {
        await promisify(execFile)('git', [...args], {
          cwd: work.path,
          env: { PATH: process.env['PATH'], HOME: home.path, GIT_TERMINAL_PROMPT: '0' },
        });
      };
      const local = ref.replace(/^refs\/(?:heads\/)?/, 'refs/remotes/');
      const header = `http.${origin}.extraheader`;
      await git('init', '--quiet');
      await git('remote', 'add', 'origin', `${origin}owner/repository`);
      await git('config', '--local', header, `AUTHORIZATION: basic ${password}`);
      await git(
        ...['-c', 'protocol.version=2', 'fetch', '--quiet', '--no-tags', '--prune'],
        '--no-recurse-submodules',
        ...(filter === undefined ? [] : [`--filter=${filter}`]),
        ...(depth > 0 ? [`--depth=${depth}`] : []),
        'origin',
        ...(depth > 0 ? [] : ['+refs/heads/*:refs/remotes/origin/*']),
        `+${commit}:${local}`,
      );
      await git('checkout', '--quiet', '--force', '--detach', commit);
      if (!persist) await git('config', '--local', '--unset-all', header);
      requests = 0;
      return work.path;
    },
    close: async () => {
      await new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      });
      for (const each of [source, home, ...checkouts]) each.remove();
    },
  };
}

function makeCertificate(folder: string): { readonly key: Buffer; readonly cert: Buffer } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const options = 'req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1';
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = spawnSync('openssl', [
    ...options.split(' '),
    ...[...names, '-keyout', key, '-out', cert],
  ]);
  if (made.status !== 0) throw new Error(`no certificate: ${made.stderr.toString()}`);
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** Answers one request by git's own server (git-http-backend, a CGI program). */
function serve(directory: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'https://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: directory,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: '/nonexistent',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname.replace('/owner/repository', '/.git'),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    },
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer.subarray(0, end).toString('latin1').split('\r\n');
    for (const line of headers) {
      const [name = '', value = ''] = line.split(': ', 2);
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
      else if (name !== '') response.setHeader(name, value);
    }
    response.end(answer.subarray(end + 4));
  });
}
