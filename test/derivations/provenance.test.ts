import assert from 'node:assert/strict';
import { test } from 'node:test';
import { friendlyName } from '../../src/derivations/friendly-names.ts';
import { createGraph } from '../../src/derivations/graph.ts';
import type { DerivationGraph } from '../../src/derivations/graph.ts';
import type { Severity } from '../../src/model/severity.ts';
import { locateLiteral } from '../../src/derivations/literal.ts';
import { labelsOf, outputTable, provenanceOf } from '../../src/derivations/provenance.ts';

const path = (name: string): string => `/nix/store/${'0'.repeat(32)}-${name}.drv`;

/** web → etc → unit, mail → etc, and a shell of its own. */
function fleet(): DerivationGraph {
  const graph = createGraph([
    { output: ['nixosConfigurations', 'mail'], drvPath: path('nixos-system-mail') },
    { output: ['nixosConfigurations', 'web'], drvPath: path('nixos-system-web') },
    { output: ['devShells', 'x86_64-linux', 'default'], drvPath: path('shell') },
  ]);
  const ids = graph.roots.map(({ drvPath }) => graph.visit(drvPath, undefined).id);
  const etc = graph.visit(path('etc'), ids[0]).id;
  graph.visit(path('etc'), ids[1]);
  graph.visit(path('unit-app.service'), etc);
  return graph;
}

test('a derivation is explained by the shortest way from an output', () => {
  assert.deepEqual(provenanceOf(fleet(), path('unit-app.service')), {
    derivation: `${'0'.repeat(32)}-unit-app.service.drv`,
    way: ['nixosConfigurations.mail', 'etc', 'unit-app.service.drv'],
    words: ['nixosConfigurations.mail', 'the files of /etc', 'the systemd unit app.service'],
    outputs: ['nixosConfigurations.mail', 'nixosConfigurations.web'],
  });
  assert.deepEqual(provenanceOf(fleet(), path('shell')).way, [
    'devShells.x86_64-linux.default',
    'shell.drv',
  ]);
});

test('a derivation given by its path is explained by names alone', () => {
  const graph = createGraph([{ output: [], drvPath: path('top') }]);
  const top = graph.visit(path('top'), undefined).id;
  graph.visit(path('inner'), top);
  const { way, outputs } = provenanceOf(graph, path('inner'));
  assert.deepEqual(way, ['top', 'inner.drv']);
  assert.deepEqual(outputs, []);
  assert.deepEqual(provenanceOf(graph, path('top')).way, ['top.drv']);
});

test('a fleet is a table, the worst host first and the clean ones last', () => {
  const graph = fleet();
  const found = (name: string, severity: Severity) => ({
    outputs: provenanceOf(graph, path(name)).outputs,
    severity,
  });
  const rows = outputTable(labelsOf(graph.roots), [
    found('unit-app.service', 'warning'),
    found('nixos-system-web', 'error'),
    found('etc', 'notice'),
  ]);
  assert.deepEqual(rows, [
    { output: 'nixosConfigurations.web', error: 1, warning: 1, notice: 1 },
    { output: 'nixosConfigurations.mail', error: 0, warning: 1, notice: 1 },
    { output: 'devShells.x86_64-linux.default', error: 0, warning: 0, notice: 0 },
  ]);
});

test('generated derivations have names people know', () => {
  const known: readonly (readonly [string, string | undefined])[] = [
    ['etc', 'the files of /etc'],
    ['unit-app.service', 'the systemd unit app.service'],
    ['unit-script-app-start', 'the script of the systemd unit app'],
    ['nixos-system-web-24.11.20250101', 'the system web'],
    ['nixos-system-web-eu-25.05pre', 'the system web-eu'],
    ['users-groups.json', 'the users and groups of the system'],
    ['docker-image-api.tar.gz', 'the container image api'],
    ['api-conf.json', 'the configuration of the container image api'],
    ['etc-ssh-config', 'the file /etc/ssh-config'],
    ['unit-$1-$&', 'the systemd unit $1-$&'],
    ['hello-2.12', undefined],
  ];
  for (const [name, words] of known) assert.equal(friendlyName(name), words, name);
});

test('a value is found where it was written, once', () => {
  const source = (name: string, text: string): { path: string; text: string } => ({
    path: name,
    text,
  });
  const found = (value: string, ...texts: readonly string[]): string | undefined => {
    const sources = texts.map((text, index) => source(`${index}.nix`, text));
    const place = locateLiteral(value, sources);
    if (place === undefined) return undefined;
    const text = sources.find((one) => one.path === place.path)?.text ?? '';
    return `${place.path}: ${text.slice(place.span.start, place.span.end)}`;
  };
  assert.equal(found('pass-phrase', 'a', '{ x = "pass-phrase"; }'), '1.nix: pass-phrase');
  assert.equal(found('pass-phrase', 'pass-phrase', 'pass-phrase'), undefined);
  assert.equal(found('pass-phrase', 'pass-phrase pass-phrase'), undefined);
  assert.equal(found('short', 'short'), undefined);
  assert.equal(found('say "hi" ${x}', 'a = "say \\"hi\\" \\${x}"'), '0.nix: say \\"hi\\" \\${x}');
  assert.equal(found("it''s ${x} now", "''it'''s ''${x} now''"), "0.nix: it'''s ''${x} now");
  assert.equal(found('[x]\n  token=abcdef\n', "''\n  token=abcdef\n''"), '0.nix: token=abcdef');
});
