/**
 * Whether a policy pattern such as `github:NixOS/*`, `git:https://git.example.org/**` or `a/*` matches a source
 * identity or an input path. `*` stands for anything but `/`, `**` for anything; every other character stands for
 * itself. Case is folded for forges, whose names ignore it. Time is the product of both lengths at most.
 */
export function matchesSource(pattern: string, text: string): boolean {
  const fold = isForge(text) && isForge(pattern);
  const tokens = tokenize(fold ? pattern.toLowerCase() : pattern);
  let states = closure(tokens, new Set([0]));
  for (const character of fold ? text.toLowerCase() : text) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === '**' || (token === '*' && character !== '/')) next.add(state);
      else if (token === character) next.add(state + 1);
    }
    if (next.size === 0) return false;
    states = closure(tokens, next);
  }
  return states.has(tokens.length);
}

function isForge(text: string): boolean {
  return /^(?:github|gitlab|sourcehut):/i.test(text);
}

function tokenize(pattern: string): string[] {
  const tokens: string[] = [];
  for (const character of pattern) {
    if (character === '*' && tokens.at(-1)?.startsWith('*')) tokens[tokens.length - 1] = '**';
    else tokens.push(character);
  }
  return tokens;
}

/** A star may stand for nothing, so whoever stands before it stands after it too. */
function closure(tokens: readonly string[], states: Set<number>): Set<number> {
  for (const state of states) {
    const token = tokens[state];
    if (token === '*' || token === '**') states.add(state + 1);
  }
  return states;
}
