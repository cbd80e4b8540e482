/** Reports made to be slow, by what they are made of, in their full size and in any other. */
export interface HostileReport {
  readonly what: string
  /** How often the piece is repeated at full size. */
  readonly size: number
  readonly make: (size: number) => string
}

function repeated(what: string, piece: string, size: number, after = ''): HostileReport {
  return { what, size, make: (count) => piece.repeat(count) + after }
}

function inFrontMatter(what: string, piece: string, size: number, after = ''): HostileReport {
  return { what, size, make: (count) => `---\n${piece.repeat(count)}${after}@k: b\n---\n` }
}

/** Runs of 1, 2, 3 … backticks, of which none closes another. */
function ladder(mark: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${mark.repeat(index + 1)} @k `).join('')
}

/** Lines that stand in 1, 2, 3 … containers. */
function nest(count: number, marker: string, line: string): string {
  return Array.from({ length: count }, (_, index) => `${marker.repeat(index + 1)}${line}\n`).join(
    '',
  )
}

/** Fences in a quotation, of which none is as long as those before it. */
function descent(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `> ${'`'.repeat(count - index + 2)}a @k\n`,
  ).join('')
}

/** Case 37 of docs/faults.md and its kin; all hold `@`, without which nothing is read within a line. */
export const hostileReports: readonly HostileReport[] = [
  repeated('opening brackets', '[', 20_000, '@k'),
  repeated('brackets', '[@k]', 20_000),
  repeated('cells', '| [@k ', 20_000, '\n|---|'),
  repeated('rows', '| [@k |\n|---|\n', 10_000, 'a\n'.repeat(10_000)),
  repeated('keys before tags', '@k<br>', 20_000),
  repeated('parts without a key', '[@k; b] ', 20_000),
  { what: 'one long group', size: 30_000, make: (size) => `[${'@k; b; '.repeat(size)}@k]` },
  {
    what: 'a nest of groups',
    size: 10_000,
    make: (size) => `${'[@k; '.repeat(size)}b${']'.repeat(size)}`,
  },
  repeated('nested brackets', '[', 20_000, '@k' + ']'.repeat(20_000)),
  repeated('unclosed citations', '[@p:', 30_000),
  repeated('images of images', '![', 20_000, '@k' + '](u)'.repeat(20_000)),
  repeated('unclosed destinations', '[@k](<b', 30_000),
  repeated('unclosed bare destinations', '[@k](b', 30_000),
  repeated('unclosed parentheses', '[@k](b(', 30_000),
  repeated('unclosed titles', '[@k](b "', 30_000),
  repeated('unclosed titles in parentheses', '[@k](b (', 30_000),
  repeated('unclosed titles of two kinds', `[@k](b "[@k](b '`, 15_000),
  repeated('labels', '[@k][b', 30_000, `]\n\n[b]: u`),
  repeated('long labels', `[${'@k '.repeat(300)}]`, 200, '\n\n[b]: u'),
  { what: 'a ladder of backticks', size: 1500, make: (size) => ladder('`', size) },
  { what: 'a ladder of dollars', size: 1500, make: (size) => ladder('$', size) },
  repeated('dollars', '$', 100_000, '@k'),
  repeated('dollars apart', '$ a', 50_000, '@k'),
  repeated('escaped dollars', 'a$\\$', 50_000, '@k'),
  repeated('backticks apart', '` `` ', 40_000, '@k'),
  repeated('attributes behind code', '`x`{a=', 30_000, '@k'),
  repeated('attributes behind brackets', '[x]{a=', 30_000, '@k'),
  repeated('quoted attributes behind brackets', `[x]{a=" [x]{a=' `, 15_000, '@k'),
  { what: 'many attributes', size: 50_000, make: (size) => `\`x\`{${'a=b '.repeat(size)}@k` },
  repeated('backslashes', '\\', 100_000, '@k'),
  repeated('TeX commands', '\\a{', 50_000, '@k'),
  repeated('nested TeX commands', '\\a{', 30_000, `@k${'}'.repeat(30_000)}`),
  repeated('TeX commands with brackets', '\\a[{]}', 30_000, '@k'),
  repeated('TeX commands with unclosed brackets', '\\a[', 50_000, '@k'),
  repeated('TeX environments', '\\begin{a}', 20_000, '@k'),
  repeated('nested TeX environments', '\\begin{a}', 20_000, `@k${'\\end{a}'.repeat(20_000)}`),
  repeated('TeX environments with braces', '\\begin{quote}}', 20_000, '@k\\end{quote}'),
  repeated('TeX environments with comments', '\\begin{a}%\\end{a}', 20_000, '@k'),
  repeated('TeX environments of two names', '\\begin{a}\\end{b}', 20_000, '@k'),
  repeated('TeX environments over blank lines', '\\begin{a}\n\n@k\n\n\\end{a}\n\n', 10_000),
  repeated('TeX environments that nothing ends', '\\begin{a}\n\n@k\n\n', 20_000),
  {
    what: 'TeX environments of many names',
    size: 20_000,
    make: (size) =>
      Array.from({ length: size }, (_, index) => `\\begin{a${index}}\n\n@k\n\n`).join(''),
  },
  repeated(
    'TeX environments within each other over blank lines',
    '\\begin{a}\n\n@k\n\n',
    20_000,
    '\\end{a}',
  ),
  repeated('ends of TeX environments', '\\begin{a}@k\\end{a}', 20_000, '\n\n\\begin{a}'),
  repeated('comments', 'a<!--', 100_000, '@k'),
  repeated('comments at the beginning', '<!--', 100_000, '@k'),
  repeated('instructions', 'a<?', 100_000, '@k'),
  repeated('declarations', 'a<!X', 100_000, '@k'),
  repeated('CDATA sections', 'a<![CDATA[', 50_000, '@k'),
  repeated('tags', '<a ', 50_000, '@k'),
  repeated('tags with attributes', '<a b="', 50_000, '@k'),
  repeated('attributes', ' a="b"', 50_000, ' <a @k'),
  repeated('attributes of two quotation marks', `<a b=" c='`, 30_000, '@k'),
  repeated('closing tags', '</a', 50_000, '@k'),
  repeated('scripts', 'a <script>', 30_000, '@k'),
  repeated('unclosed autolinks', '<ab:', 50_000, '@k'),
  repeated('unclosed e-mail addresses', '<a@', 50_000),
  repeated('quotations', '> ', 50_000, '@k\n\n> a\n'),
  repeated('quotations without spaces', '>', 50_000, '@k'),
  repeated('lists', '- ', 30_000, '@k'),
  repeated('numbered lists', '1. ', 30_000, '@k'),
  inFrontMatter('a string over lines of front matter', 'b: |\n  @k\n', 20_000),
  inFrontMatter('fields of front matter', 'a b', 50_000, '\n'),
  inFrontMatter('quotation marks in front matter', `a: ["@k', `, 10_000, '\n'),
  inFrontMatter('blanks in front matter', ' ', 50_000, ': @k\n'),
  repeated('rows of a table', '| ` @k | `` |\n', 10_000, '|---|\n'),
  { what: 'cells of a table', size: 20_000, make: (size) => `|a|\n|-|\n${'`|@k'.repeat(size)}` },
  repeated('lines of a line block', '| @k\n', 20_000),
  {
    what: 'lines that go on with one of a line block',
    size: 20_000,
    make: (size) => `|${' '.repeat(size)}a\n${' @k\n'.repeat(size)}`,
  },
  { what: 'rows of a grid', size: 10_000, make: (size) => `+-+-+\n${'|@k|`|\n'.repeat(size)}` },
  {
    what: 'columns of a grid',
    size: 10_000,
    make: (size) => `${'+-'.repeat(size)}+\n${'|@k'.repeat(size)}|\n${'|@j'.repeat(size)}|\n`,
  },
  repeated('comments that nothing closes', 'a <!-- @k\n\n', 20_000),
  repeated('comments over lines', 'a <!-- @k\n\n--> @k\n', 20_000),
  repeated('comments closed at the end', '<!--\na <!--\n\n', 20_000, '--> @k'),
  repeated('lists of letters', 'a) ', 30_000, '@k'),
  repeated('examples', '(@) ', 20_000, '@k'),
  repeated('definitions', 'a\n: ', 30_000, '@k'),
  repeated('display maths', '$$ a\n', 50_000, '@k'),
  repeated('display maths beside code', '$$ ` `` a $$\n', 20_000, '@k'),
  repeated('lists of two kinds', '* - ', 15_000, '@k'),
  repeated('empty items', '-\n', 50_000, '@k'),
  repeated('quotations in lists', '- > ', 20_000, '@k\n\n\n@k'),
  {
    what: 'a deep list before blank lines',
    size: 4000,
    make: (size) => `${'- '.repeat(size)}@k${'\n'.repeat(size)}`,
  },
  {
    what: 'a deep list before lines',
    size: 4000,
    make: (size) => `${'- '.repeat(size)}@k${'\na'.repeat(size)}`,
  },
  {
    what: 'a deep quotation before lines',
    size: 4000,
    make: (size) => `${'> '.repeat(size)}@k${'\na'.repeat(size)}`,
  },
  {
    what: 'a deep list before headings',
    size: 4000,
    make: (size) => `${'- '.repeat(size)}@k${'\n# @k'.repeat(size)}`,
  },
  {
    what: 'a list that grows inwards',
    size: 500,
    make: (size) =>
      Array.from({ length: size }, (_, depth) => `${'  '.repeat(depth)}- @k\n`).join(''),
  },
  {
    what: 'markers of a thematic break and a letter',
    size: 50_000,
    make: (size) => `${'* '.repeat(size)}a @k`,
  },
  repeated('strong emphasis', '**a ', 5_000, `@k${' b**'.repeat(5000)}`),
  repeated('hash signs', '#', 100_000, ' @k'),
  repeated('tabs', '\t', 100_000, '@k'),
  repeated('spaces', ' ', 100_000, '@k'),
  repeated('lines of spaces', '   \n', 200_000, '@k'),
  repeated('carriage returns', '\r', 100_000, '@k'),
  repeated('definitions', '[a]: u "t"\n', 20_000, '@k'),
  repeated('definitions with unclosed titles', '[a]: u\n"t @k\n', 20_000),
  repeated('definitions with unclosed titles in parentheses', '[a]: u (t @k\n\n', 20_000),
  repeated('footnotes', '[^a]: ', 20_000, '@k'),
  repeated('references to footnotes', '[^@k', 30_000, '\n\n[^a]: b'),
  repeated('unclosed notes', '[^', 50_000, '@k'),
  repeated('long labels of notes', `[^${'a'.repeat(250)}`, 500, '@k'),
  repeated('notes', '^[@k ', 20_000),
  repeated('hyphens', '-', 100_000, '@k'),
  repeated('full stops', '.', 100_000, '@k'),
  repeated('braces', '@{', 50_000),
  repeated('entities', '&a', 50_000, '@k'),
  repeated('suffixes', '[@k *_\\ ', 20_000),
  repeated('fences', '```\n@k\n', 30_000),
  repeated('fences that nothing closes', '```a\n@k\n\n', 20_000),
  repeated('fences that their quotation does not close', '> ```a\n> @k\n', 20_000),
  repeated('fences that their items do not close', '- ```a\n  @k\n', 20_000),
  {
    what: 'fences in more and more quotations',
    size: 2000,
    make: (size) => nest(Math.floor(Math.sqrt(size * 20)), '> ', '```a @k'),
  },
  {
    what: 'shorter and shorter fences in a quotation',
    size: 2000,
    make: (size) => descent(Math.floor(Math.sqrt(size * 20))),
  },
  repeated('metadata further down', '@k\n\n---\na: b\n---\n', 20_000),
  repeated('metadata that nothing closes', '@k\n\n---\na: b\n\n', 20_000),
  repeated('metadata of comments', '@k\n\n---\n# b\n# c\n\n', 20_000),
  repeated('metadata that its quotation does not close', '> ---\n> a: @k\n', 20_000),
  repeated('fences of maths', '$$\n@k\n', 30_000),
  repeated('underlines', 'a @k\n===\n', 30_000),
  repeated('front matter', '---\n', 50_000, '@k'),
  repeated('front matter unclosed', '---\n--- @k\n', 1, '- a\n'.repeat(50_000)),
  repeated('exclamation marks', '!', 100_000, '@k'),
  repeated('ampersands', '&', 100_000, '@k'),
  repeated('null characters', '\0', 100_000, '@k'),
]
