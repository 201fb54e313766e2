import { inputOf, nixAction } from '../../ci/actions.ts';
import { pipedDownloads } from '../../ci/pipe-to-shell.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { shownWord } from '../../model/shell.ts';
import type { ShellScript } from '../../model/shell.ts';
import type { Step } from '../../model/workflow.ts';

export const pipeToShellInstaller: RuleOf<'workflow' | 'script'> = {
  id: 'ci-pipe-to-shell-installer',
  summary: 'an installer of Nix is downloaded and run without a look at what arrived',
  help: 'Use an installer action pinned to a commit, or download, compare with a known sha256 and then run.',
  references: ['CWE-494', 'T1105'],
  kinds: ['workflow', 'script'],
  reasons: {
    piped: {
      summary: 'the download of an installer goes straight into a shell',
      levels: levels('warning', 'error'),
    },
    insecure: {
      summary: 'an installer comes over plain http',
      levels: levels('error'),
      help: 'Use https.',
    },
  },
  *check(document) {
    for (const script of scriptsOf(document)) yield* piped(script);
    if (document.kind === 'script') return;
    for (const job of document.model.jobs) {
      for (const step of job.steps) yield* insecureInputs(step);
    }
  },
};

function scriptsOf(document: DocumentOf<'workflow' | 'script'>): readonly ShellScript[] {
  if (document.kind === 'script') return document.model.scripts;
  return document.model.jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.script ?? []));
}

function* piped(script: ShellScript): Generator<Problem> {
  for (const { url, shell } of pipedDownloads(script)) {
    const { text } = url.value;
    if (!isInstaller(text)) continue;
    const found = { subject: shownWord(url), at: url.span };
    if (text.startsWith('http://')) {
      const message = `${shell} runs an installer that comes over http, expected https and a checksum`;
      yield { ...found, reason: 'insecure', message };
    } else {
      const message = `${shell} runs an installer as it arrives, expected a checksum in between`;
      yield { ...found, reason: 'piped', message };
    }
  }
}

/** Where installers of Nix and its forks and companions are published. */
function isInstaller(url: string): boolean {
  const rest = url.replace(/^https?:\/\//, '');
  return (
    /^(?:www\.)?nixos\.org\/(?:releases\/)?nix\//.test(rest) ||
    /^(?:releases\.nixos\.org|artifacts\.nixos\.org)\/.*(?:install|nix)/.test(rest) ||
    /^install\.(?:determinate|lix)\.systems(?:\/|$)/.test(rest) ||
    /^(?:raw\.githubusercontent\.com|github\.com)\/[^?#]*nix-?(?:unstable-)?installer/i.test(
      rest,
    ) ||
    rest.startsWith('get.jetify.com/devbox')
  );
}

function* insecureInputs(step: Step): Generator<Problem> {
  for (const name of nixAction(step.uses)?.url ?? []) {
    const input = inputOf(step, name);
    if (input?.value.text.startsWith('http://') !== true) continue;
    const message = `${name} is ${input.value.text}, expected https`;
    yield { reason: 'insecure', subject: name, at: input.span, message };
  }
}
