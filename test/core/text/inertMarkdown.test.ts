import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lexer, parse, walkTokens } from 'marked'
import {
  inertMarkdown,
  longestInertText,
  plainLine,
  plainRow,
  plainMessage,
} from '../../../src/core/text/inertMarkdown.ts'

/** The kinds of tokens that the parser of VS Code's own renderer finds in `markdown`. */
function kindsIn(markdown: string): readonly string[] {
  const kinds: string[] = []
  void walkTokens(lexer(markdown), ({ type }) => {
    kinds.push(type)
  })
  return kinds
}

/** The text that is seen: marked's HTML of one paragraph, with its character references resolved. */
function seen(markdown: string): string {
  const html = parse(markdown, { async: false }).replace(/^<p>|<\/p>\n$/gu, '')
  return html
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

const plainKinds: ReadonlySet<string> = new Set(['paragraph', 'text', 'escape'])

function assertInert(text: string): void {
  const inert = inertMarkdown(text)
  for (const markdown of [inert, `Card: ${inert}`]) {
    const others = kindsIn(markdown).filter((kind) => !plainKinds.has(kind))
    assert.deepEqual(others, [], text)
  }
  assert.equal(seen(inert), plainLine(text), 'it is seen as it is')
}

const hostile: readonly (readonly [string, string])[] = [
  ['case 1: a command link', 'x](command:workbench.action.terminal.sendSequence?%7B%7D)'],
  ['case 2: a script', '<script>alert(1)</script><img src=x onerror=alert(1)><style onload=x>'],
  ['case 3: an image', '![](https://evil.example/?x)'],
  [
    'case 4: links to files',
    '[click](file:///etc/passwd) [v](vscode://x) [d](data:text/html,x) [j](javascript:x)',
  ],
  ['case 4: a bare address that swallows what follows', 'http://evil.example/a)[x](command:y)'],
  [
    'case 4: www, mail and ftp',
    'www.evil.example WWW.evil.example a@b.example ftp://evil.example/x',
  ],
  [
    'case 5: block structure',
    '```js\ncode\n```\n# heading\n---\n| a | b |\n|---|---|\n> quote\n- list\n1. one\n[!NOTE]',
  ],
  ['case 5: theme icons', '$(icon) $(law~spin)'],
  ['case 5: emphasis, strikethrough and code', '*a* _b_ **c** ~~d~~ `e` \\*f\\*'],
  ['case 5: a reference and a footnote', '[a]: https://evil.example\n[^1]: note [^1] [a]'],
  ['entities', '&lt;b&gt; &#58; &amp;amp; &copy;'],
]

for (const [title, text] of hostile) {
  test(`${title} stays text on a card`, () => {
    assertInert(text)
  })
}

test('any text renders as text alone, and as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      assertInert(text)
    }),
    { numRuns: 2000, seed: 20261123 },
  )
  const everyMark = 'a!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~z'
  assert.equal(seen(inertMarkdown(everyMark)), everyMark)
})

test('Chinese and ordinary punctuation are left readable', () => {
  assert.equal(inertMarkdown('人工智能：行动计划（2025）。'), '人工智能：行动计划（2025）。')
  assert.equal(inertMarkdown('Race: a plan, 2025.'), 'Race: a plan, 2025.')
})

test('case 6: a text of 10 MB contributes at most the stated length', () => {
  const shown = plainLine('x'.repeat(10_000_000))
  assert.equal(shown.length, longestInertText)
  assert.ok(shown.endsWith('…'))
})

test('case 8: bidirectional controls are shown by their code points', () => {
  assert.equal(plainLine('a\u202Eb\u2066c'), 'a⟦U+202E⟧b⟦U+2066⟧c')
  assert.equal(seen(inertMarkdown('a\u202Eb')), 'a⟦U+202E⟧b')
})

/** The text of a list row as VS Code draws it, with `⬤` for an icon: its `labelWithIconsRegex`. */
function drawnRow(row: string): string {
  return row.replace(
    /(\\)?\$\(([A-Za-z\d-]+(?:~[A-Za-z]+)?)\)/gu,
    (_, escaped: string | undefined, name: string) => (escaped === undefined ? '⬤' : `$(${name})`),
  )
}

test('case 5: theme icons stay text in a list row, and nothing else is changed', () => {
  for (const text of ['$(warning) x', '$(law~spin)$(5)', '\\$(law)', '$(5 million)', '$5', '\\']) {
    assert.equal(drawnRow(plainRow(text)), text)
  }
  assert.equal(drawnRow('$(pass) x'), '⬤ x')
  assert.equal(plainRow('costs $(5 million) in 2025'), 'costs $(5 million) in 2025')
  assert.equal(plainRow('a\u202E\nb'), 'a⟦U+202E⟧ b')
})

/** The links that VS Code makes of a message: its `parseLinkedText`. */
function linksOfMessage(message: string): readonly string[] {
  const links = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/giu
  return [...message.matchAll(links)].map(([link]) => link)
}

test('no text makes a link of a message', () => {
  const texts = [
    '[a](command:quit)',
    '[a](https://x.example "b")',
    '[a]\n(file:///x)',
    '[[a](command:b)',
  ]
  assert.equal(texts.filter((text) => linksOfMessage(text).length > 0).length, 3)
  for (const text of texts) assert.deepEqual(linksOfMessage(plainMessage(text)), [])
  assert.equal(plainMessage('refs [1] (old).json'), 'refs [1] (old).json')
})

test('case 39: a lone surrogate becomes a replacement character', () => {
  assert.equal(plainLine('a\uD800b'), 'a\uFFFDb')
})

test('a number that begins a list is text, with as many digits as it has', () => {
  for (const text of ['1. a', '12. a', '123456789. a', '7) a', 'a. b', '. a', '..a'])
    assertInert(text)
  assert.equal(inertMarkdown('12. a 3. b'), '12\\. a 3. b')
  assert.equal(inertMarkdown('a. b'), 'a. b')
})

test('a message is the text itself, with a space where it would be a link', () => {
  assert.equal(plainMessage('[a](b) and [c](d)'), '[a] (b) and [c] (d)')
})

test('a text of exactly the stated length is whole', () => {
  const longest = 'x'.repeat(longestInertText)
  assert.equal(plainLine(longest), longest)
  assert.equal(plainLine(`${longest}y`), `${longest.slice(1)}…`)
})
