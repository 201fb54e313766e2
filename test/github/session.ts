import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scratch, type Scratch } from '../checkout.ts';
import { runStep, type Step, type StepResult } from '../runner.ts';
import { startGitHub, type GitHubServer } from './server.ts';

export const main = resolve('dist', 'action.js');

/** Made at run time: it must never be seen anywhere. */
const token = `ghs_${Array.from({ length: 36 }, (_, at) => ((at * 7) % 36).toString(36)).join('')}`;

export type Change = {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Step['inputs'];
};

/** A repository, a GitHub, and the steps that ran between them. */
export type Session = {
  readonly github: GitHubServer;
  readonly repository: Scratch;
  /** Runs the bundled action on a workspace as it is. */
  readonly step: (step: Omit<Step, 'main'>) => Promise<StepResult>;
  /** Commits files and runs the bundled action as the runner does for an event. */
  readonly run: (
    eventName: string,
    eventOf: (head: string) => object,
    change: Change,
  ) => Promise<StepResult>;
  /** Operations GitHub was asked for, in order. */
  readonly operations: () => string[];
  /** Ends it: no request broke GitHub's description, and nothing said the token. */
  readonly end: () => Promise<void>;
};

export async function startSession(): Promise<Session> {
  const github = await startGitHub();
  const repository = scratch();
  repository.git('init', '--quiet', '--initial-branch=main');
  const results: StepResult[] = [];
  const step: Session['step'] = async ({ inputs, environment, ...rest }) => {
    const result = await runStep({
      ...rest,
      main,
      inputs: { token, ...inputs },
      environment: { GITHUB_API_URL: github.url, ...environment },
    });
    results.push(result);
    return result;
  };
  return {
    github,
    repository,
    step,
    run: (eventName, eventOf, { files, inputs }) => {
      repository.write(files);
      const head = repository.commit('head');
      return step({
        workspace: repository.path,
        inputs,
        eventName,
        event: eventOf(head),
        environment: {
          GITHUB_SHA: head,
          GITHUB_REF: eventName === 'pull_request' ? 'refs/pull/2/merge' : 'refs/heads/main',
        },
      });
    },
    operations: () => github.requests.map(({ operation }) => operation),
    end: async () => {
      try {
        for (const request of github.requests) assert.deepEqual(request.violations, []);
        for (const result of results) saysNothingOf(token, result);
      } finally {
        for (const result of results) result.remove();
        repository.remove();
        await github.close();
      }
    },
  };
}

function saysNothingOf(secret: string, result: StepResult): void {
  const commands = result.commands.filter(({ name }) => name !== 'add-mask');
  const said = JSON.stringify([commands, result.log, result.summary, [...result.outputs]]);
  assert.ok(!said.includes(secret), 'the token is said');
}

/** Annotations of a step as `level file message`. */
export function annotationsOf(result: StepResult): string[] {
  return result.commands
    .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
    .map(({ name, properties, data }) => `${name} ${properties.get('file') ?? '-'} ${data}`);
}

/** What tests read of the JSON report. */
export type Artefact = {
  readonly changes: readonly {
    readonly class: string;
    readonly verdict: string;
    readonly origin?: { readonly author: string; readonly commit: string; readonly via: string };
  }[];
};

/** The JSON report that a step left. */
export function artefactOf(result: StepResult): Artefact {
  return JSON.parse(readFileSync(result.outputs.get('report-json') ?? '', 'utf8'));
}
