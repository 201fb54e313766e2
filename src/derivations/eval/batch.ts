import { field, record } from '../../parse/derivation/json-value.ts';
import type { Answer, Session } from './session.ts';
import type { Confinement } from './settings.ts';

/** One expression of a batch. `context` is what all expressions of the batch may refer to. */
export type Question = { readonly subject: string; readonly expression: string };
export type Answered = { readonly question: Question; readonly answer: Answer };

/**
 * Answers many questions with few processes. `throw` and `assert` are caught inside Nix; an error that
 * cannot be caught there fails the whole batch, which is then halved until the culprit stands alone.
 */
export function askAll(
  session: Session,
  confinement: Confinement,
  context: string,
  questions: readonly Question[],
  batchSize: number,
): Answered[] {
  const answered: Answered[] = [];
  const pending = chunks(questions, batchSize).toReversed();
  for (let batch = pending.pop(); batch !== undefined; batch = pending.pop()) {
    const answer = session.evaluate(`${context} ${guarded(batch)}`, confinement);
    if (!('failure' in answer)) {
      answered.push(...sortOut(batch, answer.value));
      continue;
    }
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) answered.push({ question: only, answer });
    else pending.push(...halves(batch));
  }
  return answered;
}

function guarded(batch: readonly Question[]): string {
  const items = batch.map(
    ({ expression }) =>
      `(let value = ${expression}; tried = builtins.tryEval (builtins.deepSeq value value);` +
      ` in if tried.success then { inherit (tried) value; } else { })`,
  );
  return `[ ${items.join(' ')} ]`;
}

function sortOut(batch: readonly Question[], values: unknown): Answered[] {
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  return batch.map((question, index) => {
    const item = list[index];
    const value = item === undefined ? undefined : field(record(item, 'an answer'), 'value');
    const answer: Answer =
      value === undefined ? { failure: 'throws an error of its own' } : { value };
    return { question, answer };
  });
}

function chunks<T>(items: readonly T[], size: number): (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** The later half first: the pending batches are taken from the end. */
function halves<T>(items: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(middle), items.slice(0, middle)];
}
