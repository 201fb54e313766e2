import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readClosure } from '../../src/derivations/closure.ts';
import { evaluate } from '../../src/derivations/evaluate.ts';
import { createGraph } from '../../src/derivations/graph.ts';
import { locateLiteral } from '../../src/derivations/literal.ts';
import { provenanceOf } from '../../src/derivations/provenance.ts';
import { nodeHost } from '../../src/host.ts';
import { exec } from '../../src/host/exec.ts';
import { nodeFileTree } from '../../src/host/file-tree.ts';
import { nodeScratch } from '../../src/host/scratch.ts';
import { walk } from '../../src/host/walk.ts';
import type { Document } from '../../src/model/document.ts';
import { sourceLabel } from '../../src/model/store-derivation.ts';
import { defaultOptions } from '../../src/options.ts';
import { derivationTexts, lineOf, placeLabel } from '../../src/parse/derivation/texts.ts';
import { run } from '../../src/run.ts';
import { nixVersions, skipWithoutNix } from '../nix/real-nix.ts';

const system = process.arch === 'arm64' ? 'aarch64-linux' : 'x86_64-linux';

/** Where each placeholder of the fleet must turn up: the way to it, the place, its line. */
const leaks: Readonly<Record<string, string>> = {
  WEB_DB_PASSWORD: 'nixosConfigurations.web → etc → unit-app.service.drv # env.text line 6',
  WEB_ADMIN_HASH:
    'nixosConfigurations.web → users-groups.json.drv # structuredAttrs.users.admin.hashedPassword line 1',
  BACKUP_PASSWORD:
    'nixosConfigurations.backup → etc → unit-backup.service.drv # backup.conf line 2',
  EDGE_API_TOKEN: 'nixosConfigurations.edge → etc → set-environment.drv # token line 1',
  SHELL_TOKEN: `devShells.${system}.default → default-shell.drv # env.shellHook line 2`,
  IMAGE_API_KEY: `packages.${system}.image → api-conf.json.drv # env.text line 1`,
  APP_SESSION_SECRET: `packages.${system}.image → docker-image-api.tar.gz.drv # app/.env line 1`,
};

/** A copy of the fleet with a fresh value in every place, and which value stands for which placeholder. */
function plantedFleet(): { directory: string; planted: ReadonlyMap<string, string> } {
  const directory = mkdtempSync(join(tmpdir(), 'fleet-'));
  cpSync(join('fixtures', 'fleet'), directory, { recursive: true });
  const planted = new Map<string, string>();
  for (const name of readdirSync(directory, { recursive: true }).map(String)) {
    const path = join(directory, name);
    if (name === 'README.md' || !statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8').replace(/@([A-Z_]+)@/g, (_, placeholder: string) => {
      const value = randomBytes(18).toString('base64url');
      assert.ok(!planted.has(placeholder), `${placeholder} stands twice`);
      planted.set(placeholder, value);
      return value;
    });
    writeFileSync(path, text);
  }
  return { directory, planted };
}

/** Texts of a document with what a report calls their place. */
function* textsOf(document: Document): Iterable<{ readonly label: string; readonly text: string }> {
  if (document.kind !== 'derivation') return;
  for (const { place, text } of derivationTexts(document.model.derivation)) {
    yield { label: placeLabel(place), text };
  }
  for (const source of document.model.sources) {
    yield { label: sourceLabel(source), text: source.text };
  }
}

for (const { version, wrapper, skip } of nixVersions) {
  test(
    `Nix ${version}: every planted value is explained, the careful outputs hold none`,
    { skip },
    () => {
      const { directory, planted } = plantedFleet();
      const scratch = nodeScratch();
      try {
        const evaluation = evaluate(
          {
            exec,
            scratch,
            environment: process.env,
            clock: () => 0,
            nix: [...wrapper, 'nix'],
            jobs: ['no-such-program'],
          },
          {
            directory,
            entries: walk(directory),
            installables: [],
            files: nodeFileTree(),
            progress: () => {},
          },
        );
        assert.deepEqual(evaluation.notEvaluated, []);
        assert.equal(evaluation.roots.length, 9);
        const graph = createGraph(evaluation.roots);
        const found: Record<string, string> = {};
        for (const document of readClosure(evaluation.store, graph)) {
          assert.equal(document.kind, 'derivation');
          for (const { label, text } of textsOf(document)) {
            for (const [placeholder, value] of planted) {
              const at = text.indexOf(value);
              if (at < 0) continue;
              const { way, outputs } = provenanceOf(graph, document.path);
              assert.equal(outputs.length, 1, `${placeholder} leaks from one output only`);
              found[placeholder] = `${way.join(' → ')} # ${label} line ${lineOf(text, at)}`;
            }
          }
        }
        assert.deepEqual(found, leaks);
      } finally {
        scratch.remove();
        rmSync(directory, { recursive: true, force: true });
      }
    },
  );
}

test('a leak is traced to the line it was written in', () => {
  const { directory, planted } = plantedFleet();
  const sources = walk(directory)
    .filter(({ path }) => path.endsWith('.nix'))
    .map(({ path }) => ({ path, text: readFileSync(join(directory, path), 'utf8') }));
  const place = locateLiteral(planted.get('WEB_DB_PASSWORD') ?? '', sources);
  rmSync(directory, { recursive: true, force: true });
  assert.equal(place?.path, 'hosts/web.nix');
  const text = sources.find(({ path }) => path === place?.path)?.text ?? '';
  assert.equal(lineOf(text, place?.span.start ?? 0), 4);
});

test('one run evaluates, scans and explains', { skip: skipWithoutNix }, async () => {
  const { directory, planted } = plantedFleet();
  try {
    const told: string[] = [];
    const host = nodeHost(directory, process.env, new Date(0), (line) => told.push(line));
    const outcome = await run({ ...defaultOptions, eval: [] }, host);
    assert.ok(outcome.ok);
    const { report } = outcome;
    assert.ok(report.counts.derivations > 20);
    assert.deepEqual(report.notChecked, []);
    assert.ok(told.length > 3);
    const copied = report.findings.find(({ subject }) => subject.startsWith('docker-image-'));
    assert.equal(copied?.subject, 'docker-image-api.tar.gz.drv#app/.env');
    assert.deepEqual(copied.provenance, [
      `packages.${system}.image`,
      'docker-image-api.tar.gz.drv',
      'app/.env',
    ]);
    assert.equal(copied.outputs, 1);

    const password = report.findings.find(({ subject }) => subject.includes('unit-app.service'));
    assert.ok(password);
    assert.equal(password.path, 'hosts/web.nix');
    assert.equal(
      report.texts.get(password.path)?.slice(password.span.start, password.span.end),
      planted.get('WEB_DB_PASSWORD'),
    );
    assert.match(password.message, /line 6 of the text/);
    assert.deepEqual(password.provenance, [
      'nixosConfigurations.web',
      'etc',
      'unit-app.service.drv',
      'env.text',
    ]);

    // Findings in tracked files have no provenance.
    const outputs = new Set(report.findings.flatMap(({ provenance }) => provenance?.[0] ?? []));
    assert.deepEqual(
      [...outputs].toSorted(),
      [...new Set(Object.values(leaks).map((leak) => leak.split(' ')[0]))].toSorted(),
    );
    const said = JSON.stringify(report.findings) + told.join('\n');
    for (const value of planted.values()) assert.ok(!said.includes(value), 'a secret is printed');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
