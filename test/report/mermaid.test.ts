import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Graph } from '../../src/model/report.ts';
import { mermaidPicture } from '../../src/report/mermaid.ts';
import { hostileGraph, runs } from './hostile.ts';

test('a picture has only the lines it is made of, whatever the names', () => {
  const line =
    /^ {2}(?:n\d+\["(?:[\p{L}\p{N} ./_:+=~…-]|#\d+;|<br\/>)*"\]|n\d+ (?:-->|-\.->) n\d+|classDef \w+ [a-z0-9:#,]+|class [n\d,]+ \w+)$/u;
  fc.assert(
    fc.property(hostileGraph, (graph) => {
      const [head, ...lines] = mermaidPicture(graph).source.split('\n');
      assert.equal(head, 'flowchart LR');
      for (const one of lines) {
        assert.match(one, line);
        assert.ok(!one.includes('#36;'), one);
      }
    }),
    { numRuns: runs },
  );
});

/** A star of inputs, the last one flagged and deep. */
function large(count: number): Graph {
  const names = Array.from({ length: count }, (_, at) => `input-${at}`);
  const last = `input-${count - 1}`;
  const paths = ['', ...names, `${last}/deep`, `${last}/deep/er`];
  return {
    path: 'flake.lock',
    nodes: paths.map((path) => {
      const node = { path, label: `github:owner/${path}` };
      return path.endsWith('er') ? { ...node, flagged: 'error' as const } : node;
    }),
    edges: paths.slice(1).map((path) => ({
      from: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
      to: path,
      follows: false,
    })),
  };
}

test('a large graph keeps flagged inputs with what leads to them, and says what it lost', () => {
  const { source, cut } = mermaidPicture(large(10_000));
  assert.equal(source.match(/\["/g)?.length, 60);
  for (const name of ['this flake', 'input-0', 'input-9999', 'input-9999/deep/er']) {
    assert.ok(source.includes(`["${name}<br/>`) || source.includes(`["${name}"`), name);
  }
  assert.match(source, / {2}class n\d+ error/);
  assert.equal(
    cut,
    '9,943 inputs and 9,943 edges of 10,003 and 10,002 are not drawn: kept are flagged inputs, what leads to them, and the nearest ones.',
  );
});

test('a picture stays below the size Mermaid refuses', () => {
  const node = (at: number) => ({
    path: `${at}${'"'.repeat(500)}`,
    label: '\u{10FFFF}'.repeat(500),
  });
  const nodes = Array.from({ length: 200 }, (_, at) => node(at));
  const edges = nodes.flatMap(({ path: from }) =>
    nodes.slice(0, 20).map(({ path: to }) => ({ from, to, follows: true })),
  );
  const { source } = mermaidPicture({ path: 'flake.lock', nodes, edges });
  assert.ok(source.length < 50_000);
  assert.ok((source.match(/-\.->/g)?.length ?? 0) <= 500);
});

test('two names for one input are one arrow', () => {
  const edge = { from: '', to: 'a', follows: true };
  const nodes = [
    { path: '', label: '' },
    { path: 'a', label: '' },
  ];
  const { source, cut } = mermaidPicture({ path: 'x', nodes, edges: [edge, { ...edge }] });
  assert.deepEqual(source.match(/-.->/g)?.length, 1);
  assert.equal(cut, undefined);
});

test('a small graph is drawn whole', () => {
  assert.equal(mermaidPicture(large(5)).cut, undefined);
});
