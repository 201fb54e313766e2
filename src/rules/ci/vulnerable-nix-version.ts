import type { NamedVersion } from '../../ci/nix-version.ts';
import { imageVersion, installedVersion, scriptVersions } from '../../ci/nix-version.ts';
import { vulnerabilityOf } from '../../ci/vulnerable.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Problem } from '../../model/finding.ts';
import type { RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';

export const vulnerableNixVersion: RuleOf<'workflow' | 'script'> = {
  id: 'ci-vulnerable-nix-version',
  summary: 'a version of Nix with known vulnerabilities is installed or run',
  help: 'Install a fixed release, or leave the version to a maintained installer.',
  references: ['CWE-1395', 'T1068'],
  kinds: ['workflow', 'script'],
  reasons: {
    known: {
      summary: 'the release has advisories that a later one of its series fixes',
      levels: levels('warning', 'error'),
    },
    'end-of-life': {
      summary: 'the series gets no fixes any more',
      levels: levels('warning', 'error'),
    },
  },
  *check(document) {
    for (const named of versionsOf(document)) {
      const problem = problemOf(named);
      if (problem !== undefined) yield problem;
    }
  },
};

function versionsOf(document: DocumentOf<'workflow' | 'script'>): readonly NamedVersion[] {
  if (document.kind === 'script') {
    const { images, scripts } = document.model;
    return [
      ...images.flatMap((image) => imageVersion(image) ?? []),
      ...scripts.flatMap(scriptVersions),
    ];
  }
  return document.model.jobs.flatMap((job) => [
    ...(job.container === undefined ? [] : [imageVersion(job.container) ?? []].flat()),
    ...job.steps.flatMap((step) => [
      ...[installedVersion(step) ?? []].flat(),
      ...(step.run?.script === undefined ? [] : scriptVersions(step.run.script)),
    ]),
  ]);
}

function problemOf({ fork, version, at }: NamedVersion): Problem | undefined {
  const found = vulnerabilityOf(fork, version);
  if (found === undefined) return undefined;
  const name = fork === 'lix' ? 'Lix' : 'Nix';
  const subject = `${fork}-${version}`;
  if (found.kind === 'end-of-life') {
    const message = `${name} ${version} gets no fixes any more, expected ${found.oldest} or later`;
    return { reason: 'end-of-life', subject, at, message };
  }
  const message = `${name} ${version} has ${found.ids.join(', ')}, expected ${found.fixed} or later`;
  return { reason: 'known', subject, at, message };
}
