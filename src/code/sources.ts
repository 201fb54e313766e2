import type { NixExpr } from '../model/nix.ts';
import type { SourceUse } from '../model/nix-code.ts';
import type { NixScope } from '../model/nix-value.ts';
import { repositoryPath, sensitiveFiles, type Repository } from './repository.ts';
import { knownText, type Site, type Work } from './site.ts';

/** More names than these help nobody. */
const maxShown = 5;

/**
 * Sources that take a folder as it is, with the plain secrets below it. `lib.cleanSource` counts: it only leaves
 * version control and editor files out (nixpkgs, lib/sources.nix).
 */
export function sourceUses(file: string, work: Work, repository: Repository): SourceUse[] {
  return candidates(work).flatMap(({ expr, scope, inTest, what }): SourceUse[] => {
    const folder = folderOf(file, what, scope, work);
    if (folder === undefined) return [];
    const prefix = folder === '' ? '' : `${folder}/`;
    const files = sensitiveFiles(repository).filter((path) => path.startsWith(prefix));
    if (files.length === 0) return [];
    return [{ at: expr.span, inTest, files: files.slice(0, maxShown), count: files.length }];
  });
}

type Candidate = Site & { readonly what: NixExpr };

function candidates({ binds, calls, evaluator }: Work): Candidate[] {
  const named = binds
    .filter(({ name }) => name === 'src' || name === 'srcs')
    .map((bind) => ({ ...bind, what: uncleaned(bind.expr) }));
  const copied = calls.flatMap((call): Candidate[] => {
    const [first] = call.expr.args;
    if (call.name !== 'builtins.path' || first === undefined) return [];
    const value = evaluator.value(first, call.scope);
    const path = value.kind === 'set' && !value.attrs.has('filter') && value.attrs.get('path');
    return path ? [{ ...call, scope: path.scope, what: path.expr }] : [];
  });
  return [...named, ...copied];
}

function uncleaned(expr: NixExpr): NixExpr {
  if (expr.type !== 'apply' || expr.args.length !== 1) return expr;
  const { fn } = expr;
  const last = fn.type === 'select' ? fn.path.at(-1) : undefined;
  const name = fn.type === 'variable' ? fn.name : last?.type === 'name' ? last.name : undefined;
  return (name === 'cleanSource' && expr.args[0]) || expr;
}

/** The folder of the repository a source names; the flake itself is `self`. */
function folderOf(
  file: string,
  expr: NixExpr,
  scope: NixScope,
  { evaluator }: Work,
): string | undefined {
  if (isSelf(expr)) return repositoryPath(file, '.');
  const value = evaluator.value(expr, scope);
  const text = value.kind === 'path' && value.complete ? knownText(value) : undefined;
  return text === undefined ? undefined : repositoryPath(file, text);
}

function isSelf(expr: NixExpr): boolean {
  if (expr.type === 'variable') return expr.name === 'self';
  const [first, ...more] = expr.type === 'select' ? expr.path : [];
  return (
    expr.type === 'select' &&
    expr.target.type === 'variable' &&
    expr.target.name === 'inputs' &&
    first?.type === 'name' &&
    first.name === 'self' &&
    more.length === 0
  );
}
