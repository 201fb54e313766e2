import type { NixExpr } from '../../model/nix.ts';
import type { NixScope } from '../../model/nix-value.ts';
import { calleeName, lastName } from './callee.ts';

/** Conjunctions looked into for a test of the platform. */
const maxConjuncts = 20;

/** Whether a condition holds on macOS only: `stdenv.isDarwin`, `hostPlatform.isDarwin && …`. */
export function isDarwinOnly(condition: NixExpr, scope: NixScope): boolean {
  const left = [condition];
  for (let step = 0; step < maxConjuncts; step++) {
    const expr = left.pop();
    if (expr === undefined) return false;
    if (expr.type === 'binary' && expr.op === '&&') left.push(expr.left, expr.right);
    else if (lastName(calleeName(expr, scope)) === 'isDarwin') return true;
  }
  return false;
}
