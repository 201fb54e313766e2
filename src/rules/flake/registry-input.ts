import { stringAttr } from '../../model/flake-lock.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Edit, Fix, Problem } from '../../model/finding.ts';
import type { FlakeInput } from '../../model/flake-nix.ts';
import type { Context, RuleOf } from '../../model/rule.ts';
import { levels } from '../../model/severity.ts';
import { besidePath, declaredSources } from '../../parse/declared-input.ts';
import { attrSpan, lockedInputs } from '../../parse/locked-input.ts';
import { identityText } from '../../parse/source-identity.ts';

export const registryInput: RuleOf<'flake-lock' | 'flake-nix'> = {
  id: 'flake-registry-input',
  summary: 'an input is a registry name, which each machine may resolve to another source',
  help: 'Write the full reference in flake.nix, e.g. `github:NixOS/nixpkgs/nixos-unstable` for `nixpkgs`.',
  references: ['CWE-706', 'T1195.001'],
  kinds: ['flake-lock', 'flake-nix'],
  reasons: {
    declared: {
      summary: 'flake.nix declares an input by its registry name',
      levels: levels('warning', 'error'),
    },
    implicit: {
      summary: 'an argument of `outputs` is no declared input, so Nix looks its name up',
      levels: levels('warning', 'error'),
    },
    lock: {
      summary: 'the lock shows a direct input that was resolved through a registry',
      levels: levels('warning', 'error'),
    },
    'lock/transitive': {
      summary: 'the lock shows an input of an input that was resolved through a registry',
      levels: levels('notice', 'warning'),
      help: 'Override it with `inputs.<name>.inputs.<name>.url` or `follows`, or have upstream write the full reference.',
    },
  },
  *check(document, context) {
    if (document.kind === 'flake-lock') yield* checkLock(document, context);
    else yield* checkFlake(document, context);
  },
};

function* checkLock(
  { model, path }: DocumentOf<'flake-lock'>,
  context: Context,
): Generator<Problem> {
  // What flake.nix itself says is reported there.
  const flake = context.document(besidePath(path, 'flake.nix'), 'flake-nix')?.model;
  const said = new Set(flake === undefined ? [] : registryInputs(flake).map(({ name }) => name));
  for (const { direct, identity, original, path: subject } of lockedInputs(model)) {
    if (original === undefined || stringAttr(original, 'type') !== 'indirect') continue;
    if (direct && said.has(subject)) continue;
    const id = stringAttr(original, 'id') ?? '';
    yield {
      reason: 'lock',
      ...(!direct && { grade: 'lock/transitive' }),
      subject,
      at: attrSpan(original, 'id'),
      message: `"${id}" is a registry name, here resolved to ${identityText(identity)}`,
      evidence: id,
    };
  }
}

function registryInputs(flake: DocumentOf<'flake-nix'>['model']): FlakeInput[] {
  return declaredSources(flake)
    .filter(({ set }) => stringAttr(set, 'type') === 'indirect')
    .map(({ input }) => input);
}

function* checkFlake(flake: DocumentOf<'flake-nix'>, context: Context): Generator<Problem> {
  for (const input of registryInputs(flake.model)) {
    const locked = lockedSource(input.name, flake.path, context);
    const resolved = locked === undefined ? '' : `, here resolved to ${locked}`;
    const id = String(input.url?.value ?? input.name);
    yield {
      reason: input.implicit ? 'implicit' : 'declared',
      subject: input.name,
      at: input.url?.span ?? input.nameSpan,
      message: input.implicit
        ? `argument "${input.name}" of outputs is no declared input: Nix looks it up in the registry${resolved}`
        : `"${id}" is a registry name${resolved}`,
      evidence: id,
      ...referenceFix(input, flake, locked),
    };
  }
}

function lockedSource(name: string, path: string, context: Context): string | undefined {
  const lock = context.document(besidePath(path, 'flake.lock'), 'flake-lock');
  const input = lock && lockedInputs(lock.model).find((one) => one.path === name);
  return input?.identity.kind === 'forge' ? identityText(input.identity) : undefined;
}

/** Unsafe: the registry may have chosen a branch, which the lock does not keep. */
function referenceFix(
  input: FlakeInput,
  { model, path, text }: DocumentOf<'flake-nix'>,
  locked: string | undefined,
): { readonly fix?: Fix } {
  if (locked === undefined) return {};
  const edit = input.url ? quoted(input.url.span, path, locked) : declaration();
  if (edit === undefined) return {};
  return { fix: { title: `declare ${locked}`, safety: 'unsafe', edits: [edit] } };

  function declaration(): Edit | undefined {
    const start = model.outputs?.nameSpan.start;
    if (!input.implicit || start === undefined) return undefined;
    const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (indent.trim() !== '') return undefined;
    const line = `inputs.${input.name}.url = "${locked}";\n${indent}`;
    return { path, span: { start, end: start }, text: line };
  }
}

function quoted(span: Edit['span'], path: string, reference: string): Edit {
  return { path, span, text: `"${reference}"` };
}
