// Programs of the whole Nix grammar as text, for comparisons with real Nix.
import fc from 'fast-check';

/** Mostly fresh, so that few sets define a name twice. */
const name = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', "d'", 'or', '__curPos', 'body') },
  { weight: 4, arbitrary: fc.nat({ max: 999 }).map((number) => `n${number}`) },
);
const inherited = fc.oneof(
  name,
  fc.nat({ max: 999 }).map((number) => `"m ${number}"`),
);
const variable = fc.constantFrom('a', 'b', 'cc', "d'", 'e-f', '_g', 'x1', '__curPos');
const blank = fc.constantFrom(' ', '\n', ' /* c */ ', ' # c\n', '\t', '\r\n', '  ');
const operator = fc.constantFrom(...'-> || && == != < > <= >= // + - * / ++ |> <|'.split(' '));
const stringText = fc
  .constantFrom(
    '',
    'a',
    ' ',
    '$',
    '$$',
    '\\n',
    '\\${',
    '\\"',
    "'",
    "''",
    '\n',
    '\r\n',
    '\r',
    '\\\r',
    '#',
    '/*',
    'é',
    '{',
    '}',
    '\\',
    '$\\a',
    '𝒳',
  )
  .map((text) => (text === '\\' ? '\\\\' : text));
const indentText = fc.constantFrom(
  '',
  'a',
  ' ',
  '  ',
  '$',
  '$$',
  "''$",
  "'''",
  "''\\n",
  "''\\ ",
  "' ",
  '\n',
  '\n  ',
  '\n    b',
  '\t',
  '\r\n',
  '"',
  '\\',
  'é',
  '{',
  '}',
  "''\\'",
  '\n\n',
);
const number = fc.constantFrom(
  '0',
  '1',
  '007',
  '1.5',
  '.5',
  '1.',
  '0.0',
  '123456789.125',
  '1.5e10',
  '1e3',
  '.1E-7',
  '9223372036854775807',
);
const path = fc.constantFrom('./a', '../b/./c', '/a/../b', 'a/b', '~/x', './.', '/.', 'a.b/c-d');
const reference = fc.constantFrom(
  '<nixpkgs>',
  '<a/b>',
  'http://example.org/a?b=c',
  'x:y',
  'git+a:b',
);

const spaced = (...parts: readonly fc.Arbitrary<string>[]) =>
  fc
    .tuple(...parts.flatMap((part, index) => (index === 0 ? [part] : [blank, part])))
    .map((texts) => texts.join(''));
const word = (text: string) => fc.constant(text);
const many = (part: fc.Arbitrary<string>, maxLength = 3) =>
  fc.array(part, { maxLength }).map((texts) => texts.join(' '));
const around = (open: string, part: fc.Arbitrary<string>, close: string) =>
  part.map((text) => open + text + close);

const grammar = fc.letrec<
  Record<
    | 'expr'
    | 'operand'
    | 'string'
    | 'indented'
    | 'binding'
    | 'attr'
    | 'attrPath'
    | 'set'
    | 'formals',
    string
  >
>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    tie('operand'),
    spaced(tie('operand'), tie('operand')),
    spaced(tie('operand'), operator, tie('operand')),
    spaced(tie('operand'), operator, tie('operand'), operator, tie('operand')),
    spaced(fc.constantFrom('!', '-'), tie('operand')),
    spaced(
      tie('operand'),
      operator,
      fc.constantFrom('!', '-'),
      tie('operand'),
      operator,
      tie('operand'),
    ),
    spaced(tie('operand'), word('?'), tie('attrPath')),
    spaced(word('if'), tie('expr'), word('then'), tie('expr'), word('else'), tie('expr')),
    spaced(word('with'), tie('expr'), word(';'), tie('expr')),
    spaced(word('assert'), tie('expr'), word(';'), tie('expr')),
    spaced(word('let'), many(tie('binding')), word('in'), tie('expr')),
    spaced(variable, word(':'), tie('expr')),
    spaced(tie('formals'), word(':'), tie('expr')),
    spaced(variable, word('@'), tie('formals'), word(':'), tie('expr')),
    spaced(tie('formals'), word('@'), variable, word(':'), tie('expr')),
  ),
  operand: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    variable,
    number,
    path,
    reference,
    tie('string'),
    tie('indented'),
    around('(', tie('expr'), ')'),
    tie('set'),
    around('[ ', many(tie('operand')), ' ]'),
    spaced(tie('operand'), word('.'), tie('attrPath')),
    spaced(tie('operand'), word('.'), tie('attrPath'), word('or'), tie('operand')),
    spaced(tie('operand'), word('or')),
    around('let { body = 1; ', many(tie('binding')), ' }'),
    fc
      .tuple(
        fc.constantFrom('./a', './', '~/', '/a/b', 'a/'),
        tie('expr'),
        fc.constantFrom('', '/c', 'd', '/e//f'),
      )
      .map(([a, b, c]) => `${a}\${${b}}${c}`),
  ),
  string: around(
    '"',
    fc
      .array(fc.oneof({ maxDepth: 4 }, stringText, around('${', tie('expr'), '}')), {
        maxLength: 4,
      })
      .map((x) => x.join('')),
    '"',
  ),
  indented: around(
    "''",
    fc
      .array(fc.oneof({ maxDepth: 4 }, indentText, indentText, around('${', tie('expr'), '}')), {
        maxLength: 6,
      })
      .map((x) => x.join('')),
    "''",
  ),
  binding: fc.oneof(
    { maxDepth: 4 },
    spaced(tie('attrPath'), word('='), tie('expr'), word(';')),
    spaced(word('inherit'), many(inherited), word(';')),
    spaced(word('inherit ('), tie('expr'), word(')'), many(inherited), word(';')),
  ),
  attr: fc.oneof({ maxDepth: 3 }, name, name, tie('string'), around('${', tie('expr'), '}')),
  attrPath: fc.array(tie('attr'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.')),
  set: fc
    .tuple(fc.constantFrom('', 'rec '), many(tie('binding')))
    .map(([rec, body]) => `${rec}{ ${body} }`),
  formals: fc
    .tuple(
      fc.uniqueArray(
        fc.tuple(
          variable,
          fc.oneof(
            { maxDepth: 3 },
            word(''),
            tie('expr').map((value) => ` ? ${value}`),
          ),
        ),
        { maxLength: 3, selector: ([key]) => key },
      ),
      fc.constantFrom('', ',', ', ...'),
    )
    .map(([items, end]) =>
      items.length === 0
        ? `{ ${end.slice(1)} }`.replace(',', '')
        : `{ ${items.map((item) => item.join('')).join(', ')}${end} }`,
    ),
}));

/** A program whose names are all bound, though perhaps not one that Nix accepts. */
export const program: fc.Arbitrary<string> = grammar.expr.map((text) => `with {}; ${text}`);

const junk = fc.constantFrom(
  ...'{ } ( ) [ ] ; : , . @ ? = ! < > + - * / // ++ ... "'.split(' '),
  "''",
  '${',
  '$',
  "'",
  '\\',
  'or',
  'let',
  'in',
  'rec',
  'inherit',
  'if',
  'then',
  'else',
  'a',
  '1',
  '~/',
  './',
  ' ',
  '\n',
  '#',
  '/*',
  '*/',
  '|>',
  '%',
  '\f',
  '~',
);

/** A program with a few pieces cut out or put in at random. */
export const brokenProgram: fc.Arbitrary<string> = fc
  .tuple(
    program,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), junk), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((current, [place, cut, put]) => {
      const at = 'with {}; '.length + (place % Math.max(1, current.length - 8));
      return current.slice(0, at) + put + current.slice(at + cut);
    }, text),
  );
