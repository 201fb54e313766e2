import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { run } from '../src/run.ts';
import { textHost } from './fixture-host.ts';
import { complaints, workflowParser } from './workflow-parser.ts';

const parser = await workflowParser();

const folders = ['examples', join('.github', 'workflows')];
const workflows = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => join(folder, name)),
);

type Step = { readonly uses?: string; readonly run?: string; readonly with?: object };
type Job = {
  readonly permissions?: object;
  readonly 'timeout-minutes'?: number;
  readonly steps: Step[];
};
type Workflow = { readonly permissions: unknown; readonly jobs: Record<string, Job> };
type Action = { readonly inputs: object; readonly outputs: object };

const ours: Action = parse(readFileSync('action.yml', 'utf8'));
const isOurs = (step: Step): boolean => /^(?:org\/nix-secure-lint@|\.\/)/.test(step.uses ?? '');

describe('ready-made workflows', () => {
  for (const file of workflows) {
    const text = readFileSync(file, 'utf8');
    const workflow: Workflow = parse(text);
    const jobs = Object.values(workflow.jobs);
    const steps = jobs.flatMap((job) => job.steps);

    test(`${file} is accepted by GitHub's parser`, async () => {
      assert.deepEqual(await complaints(parser, text), []);
    });
    test(`${file} grants nothing at the top and the least in each job`, () => {
      assert.deepEqual(workflow.permissions, {});
      for (const job of jobs) {
        assert.ok(job.permissions, 'a job names its permissions');
        assert.ok(job['timeout-minutes'], 'a job has an end');
      }
    });
    test(`${file} pins the actions of others, or says to`, () => {
      for (const { uses } of steps) {
        if (uses === undefined || uses === './' || /@[0-9a-f]{40}$/.test(uses)) continue;
        const at = text.indexOf(`- uses: ${uses}`);
        const before = text.slice(0, at).trimEnd().split('\n').at(-1) ?? '';
        assert.match(before, /# Replace the tag by the full commit id/, uses);
      }
    });
    test(`${file} runs us, with inputs and outputs that exist`, () => {
      const used = steps.filter(isOurs);
      assert.ok(used.length === 1);
      for (const step of used) {
        for (const name of Object.keys(step.with ?? {})) assert.ok(name in ours.inputs, name);
      }
      for (const [, id, name] of text.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)) {
        assert.ok(text.includes(`id: ${id}`));
        assert.ok(name !== undefined && name in ours.outputs, name);
      }
    });
    test(`${file} audits history, all of it, where it keeps an issue`, () => {
      for (const step of steps.filter(isOurs)) {
        const given = new Map<string, unknown>(Object.entries(step.with ?? {}));
        if (given.get('issue') !== true) continue;
        assert.ok(given.has('since'));
        const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
        assert.equal(new Map(Object.entries(checkout?.with ?? {})).get('fetch-depth'), 0);
      }
    });
    test(`${file} keeps expressions out of scripts`, () => {
      for (const step of steps) assert.doesNotMatch(step.run ?? '', /\$\{\{/);
    });
    test(`${file} passes our own linter`, async () => {
      const path = `.github/workflows/${file.split(/[\\/]/).at(-1)}`;
      const outcome = await run(
        { rules: new Map(), profile: 'strict' },
        textHost({ [path]: text }),
      );
      assert.ok(outcome.ok);
      assert.equal(outcome.report.counts.files > 0, true);
      assert.deepEqual(
        outcome.report.findings.map(({ rule, reason }) => `${rule}/${reason}`),
        [],
      );
    });
  }
});

test('GitHub’s parser does refuse what is wrong', async () => {
  const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - usez: x\n';
  assert.notDeepEqual(await complaints(parser, wrong), []);
  const context =
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${{ nothing.x }}\n';
  assert.notDeepEqual(await complaints(parser, context), []);
});
