import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explained, titledMessage } from '../../src/report/explained.ts';
import { findingOf } from './sample.ts';

const titled = (subject: string, message: string) => titledMessage(findingOf({ subject, message }));

test('a message that does not name its subject is led by it', () => {
  assert.equal(titled('devenv/nixpkgs', 'no rev'), 'devenv/nixpkgs: no rev');
  assert.equal(titled('nixpkgs', 'input "nixpkgs" has no rev'), 'input "nixpkgs" has no rev');
  assert.equal(titled('flake.lock', 'cannot be read'), 'cannot be read');
  assert.equal(titled('', 'no rev'), 'no rev');
});

test('a longer name that holds the subject does not name it', () => {
  assert.equal(titled('x', 'expected x'), 'expected x');
  assert.equal(titled('x', 'next to x-y, x/y and yx'), 'x: next to x-y, x/y and yx');
  assert.equal(titled('nixpkgs', 'locked to nixpkgs/a'), 'nixpkgs: locked to nixpkgs/a');
});

test('help follows as a sentence of its own', () => {
  assert.equal(
    explained(findingOf({ message: 'no rev', help: 'pin it.' })),
    'nixpkgs: no rev. Pin it.',
  );
});

test('a huge subject leaves room for the message and hides nothing', () => {
  const text = titled('a'.repeat(1_000_000), 'no rev\u202e');
  assert.match(text, /^a{200}… \(999800 more characters\): no rev\\u\{202e\}$/);
});
