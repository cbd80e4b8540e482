import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import {
  addBibliographyFile,
  readBibliography,
  readStyleField,
} from '../../../src/core/bibliography/bibliographyField.ts'
import { readFrontMatter } from '../../../src/core/text/frontMatter.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { processorTime } from '../../support/processorTime.ts'

const wholeFrontMatter = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/m

/** The front matter of `source` as YAML reads it. */
function yamlOf(source: string): Readonly<Record<string, unknown>> {
  const text = wholeFrontMatter.exec(source)?.[1] ?? ''
  const value: unknown = load(text, { schema: FAILSAFE_SCHEMA })
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** `source` with the bibliography file added; `undefined` where it cannot be. */
function added(source: string, path = 'new.json'): string | undefined {
  const edit = addBibliographyFile(source, path)
  return edit && applyEdits(source, [edit])
}

const fields: readonly (readonly [name: string, yaml: string, files: readonly string[]])[] = [
  ['one file', 'bibliography: a.bib', ['a.bib']],
  ['one file and a comment', 'bibliography: a.bib # mine', ['a.bib']],
  ['one file in single quotes', "bibliography: 'it''s a.bib'", ["it's a.bib"]],
  ['one file in double quotes', 'bibliography: "a b.bib"  ', ['a b.bib']],
  ['one file with a comma', 'bibliography: a,b.bib', ['a,b.bib']],
  ['one file on the next line', 'bibliography:\n  a.bib', ['a.bib']],
  ['a list', 'bibliography:\n  - a.bib\n  - "b.json"', ['a.bib', 'b.json']],
  ['a list that is not indented', 'bibliography:\n- a.bib # mine\n- b.json', ['a.bib', 'b.json']],
  [
    'a list with comments between',
    'bibliography:\n  # ours\n  - a.bib\n\n  - b.json',
    ['a.bib', 'b.json'],
  ],
  ['a list in brackets', 'bibliography: [a.bib, "b c.json"]', ['a.bib', 'b c.json']],
  [
    'a list in brackets on several lines',
    'bibliography: [\n  a.bib, # mine\n  b.json,\n ]',
    ['a.bib', 'b.json'],
  ],
  ['an empty list', 'bibliography: []', []],
  ['an empty field', 'bibliography:', []],
  ['an empty field with a comment', 'bibliography: # none yet', []],
  ['a quoted name', '"bibliography": a.bib', ['a.bib']],
  ['a path', 'bibliography: ../refs/文献.bib', ['../refs/文献.bib']],
]

for (const [name, yaml, files] of fields) {
  for (const lineEnd of ['\n', '\r\n']) {
    const text = `---\ntitle: "A: b"\n${yaml}\nauthor:\n  - name: x\n    bibliography: inner.bib\n---\n\nText.\n`
    const source = text.replaceAll('\n', lineEnd)
    test(`bibliography is read and added to: ${name}, ${lineEnd === '\n' ? 'LF' : 'CRLF'}`, () => {
      assert.deepEqual(readBibliography(source).files, files)
      const result = added(source)
      assert.ok(result !== undefined)
      assert.deepEqual(
        yamlOf(result)['bibliography'],
        files.length === 0 && !yaml.includes('[') ? 'new.json' : [...files, 'new.json'],
      )
      assert.deepEqual(
        { ...yamlOf(result), bibliography: 0 },
        { ...yamlOf(source), bibliography: 0 },
      )
      assert.deepEqual(readBibliography(result).files, [...files, 'new.json'])
      if (lineEnd === '\r\n') assert.doesNotMatch(result, /[^\r]\n/)
    })
  }
}

test('a missing field is added at the end of front matter', () => {
  assert.equal(
    added('---\ntitle: x\n---\nText\n'),
    '---\ntitle: x\nbibliography: new.json\n---\nText\n',
  )
  assert.equal(added('---\n---\n'), '---\nbibliography: new.json\n---\n')
  assert.equal(
    added('---\r\nabstract: |\r\n  bibliography: no\r\n...\r\n'),
    '---\r\nabstract: |\r\n  bibliography: no\r\nbibliography: new.json\r\n...\r\n',
  )
})

test('missing front matter is written', () => {
  assert.equal(added('# Title\n\nText\n'), '---\nbibliography: new.json\n---\n\n# Title\n\nText\n')
  assert.equal(added('# Title\r\n'), '---\r\nbibliography: new.json\r\n---\r\n\r\n# Title\r\n')
  assert.equal(added(''), '---\nbibliography: new.json\n---\n\n')
  assert.equal(added('\uFEFFText'), '\uFEFF---\nbibliography: new.json\n---\n\nText')
  assert.equal(
    added('---\nno end\n')?.startsWith('---\nbibliography: new.json\n---\n\n---\nno end'),
    true,
  )
  assert.deepEqual(readBibliography('bibliography: a.bib\n').files, [])
})

test('a title block stays the first: nothing is written before it', () => {
  for (const source of ['% My Title\n\nText\n', '%\n% Author\n', '\uFEFF%Title\r\n']) {
    assert.equal(added(source), undefined)
  }
  assert.equal(added(' % 5\n')?.endsWith('---\n\n % 5\n'), true)
})

test('a rule before a blank line opens no front matter: what follows is text', () => {
  for (const source of [
    '---\n\nNote: text\n\n---\n',
    '--- \n \t\nbibliography: a.bib\n...\n',
    '\uFEFF---\n\nNote: text\n\n---\n',
  ]) {
    const mark = source.startsWith('\uFEFF') ? '\uFEFF' : ''
    assert.equal(
      added(source),
      `${mark}---\nbibliography: new.json\n---\n\n${source.slice(mark.length)}`,
    )
    assert.deepEqual(readBibliography(source).files, [])
  }
})

test('a file that is named already is not added again', () => {
  assert.equal(added('---\nbibliography: new.json\n---\n'), undefined)
  assert.equal(added('---\nbibliography: ["a.bib", "new.json"]\n---\n'), undefined)
})

test('what is not read is not changed', () => {
  const fieldsNotRead = [
    ...[
      'bibliography: *a',
      'bibliography: &a a.bib',
      'bibliography: !x a.bib',
      'bibliography: |\n  a.bib',
      'bibliography: >\n  a.bib',
    ],
    ...[
      'bibliography: {main: a.bib}',
      'bibliography:\n  main: a.bib',
      'bibliography: [a, [b]]',
      'bibliography: [a',
      'bibliography: "a\\tb"',
    ],
    ...[
      'bibliography:\n  - - a',
      'bibliography:\n  - a\n    - b',
      'bibliography:\n  a\n  b',
      'bibliography: a.bib\nbibliography: b.bib',
    ],
    ...['bibliography: "a" b', 'bibliography: [a] b', '{title: x}', '- x', '[x]'],
  ]
  assert.deepEqual(
    fieldsNotRead.filter((yaml) => added(`---\n${yaml}\n---\n`) !== undefined),
    [],
  )
})

test('paths are quoted where YAML would read something else', () => {
  const paths = [
    'report.policy.json',
    '报告.policy.json',
    'a b.json',
    "it's.json",
    'a, b.json',
    '[a].json',
    '#a.json',
    'a #b.json',
    'a: b.json',
    '-a.json',
    '- a',
    'true',
    'null',
    '1.0',
    '~',
    '*a',
    '@a',
    '"a"',
    'a"b.json',
    ' a',
    'a ',
    '%a',
    '`a`',
    '1e3',
    '!a',
    '?',
    '{a}',
  ]
  for (const path of paths) {
    for (const yaml of [
      '',
      'bibliography: a.bib\n',
      'bibliography: [a.bib]\n',
      'bibliography:\n- a.bib\n',
      'bibliography:\n',
    ]) {
      const result = added(`---\n${yaml}---\n`, path)
      assert.ok(result !== undefined)
      const { bibliography } = yamlOf(result)
      assert.deepEqual(
        Array.isArray(bibliography) ? bibliography.at(-1) : bibliography,
        path,
        result,
      )
      assert.equal(readBibliography(result).files.at(-1), path, result)
    }
  }
})

test('the keys of nocite are read, in strings, blocks and lists', () => {
  const keys = (yaml: string): readonly string[] =>
    readBibliography(`---\n${yaml}\nother: '@no'\n---\n@text\n`).nocite
  assert.deepEqual(keys("nocite: '@*'"), ['*'])
  assert.deepEqual(keys('nocite: |\n  @us-aiap-2025:I.1.3, @b\n  @c.\n'), [
    'us-aiap-2025:I.1.3',
    'b',
    'c',
  ])
  assert.deepEqual(keys('nocite:\n  - "@a"\n  - "@a; @b"'), ['a', 'b'])
  assert.deepEqual(keys('nocite: "[@a]"'), ['a'])
  assert.deepEqual(keys('title: x'), [])
})

test('fields have their names and spans', () => {
  const source = '---\n# c\ntitle: x\n\nlist:\n- a\n- b\n\n# end\n---\n'
  const found = readFrontMatter(source)
  assert.deepEqual(
    found?.fields.map(
      ({ name, valueSpan }) => `${name}=${source.slice(valueSpan.start, valueSpan.end)}`,
    ),
    ['title= x', 'list=\n- a\n- b'],
  )
})

test('arbitrary front matter is never torn: all other fields stay what they were', () => {
  const line = fc.constantFrom(
    ...[
      'title: x',
      '  inner: y',
      'bibliography: a.bib',
      '- item',
      '  - item',
      'bibliography:',
      'bibliography: [a, b]',
      '# note',
      '',
      'text: |',
      '  block',
      '"q": z',
      "nocite: '@a'",
      '  ]',
      'x: {a: b}',
      '...x',
    ],
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const source = ['---', ...lines, '---', 'Text'].join('\n')
      const result = added(source)
      if (result === undefined || !isYaml(source)) return
      const { bibliography, ...others } = yamlOf(result)
      const { bibliography: before, ...othersBefore } = yamlOf(source)
      assert.deepEqual(others, othersBefore)
      assert.deepEqual([bibliography].flat().at(-1), 'new.json')
      assert.deepEqual(
        [bibliography].flat().slice(0, -1),
        [before ?? []].flat().filter((file) => file !== ''),
      )
    }),
    { numRuns: 5000, seed: 9 },
  )
})

function isYaml(source: string): boolean {
  try {
    return Object.keys(yamlOf(source)).length >= 0
  } catch {
    return false
  }
}

test('a report of 10 MB without an end of front matter is answered at once', () => {
  const pieces = [
    'a: b\n',
    '- x\n',
    '[',
    "'",
    '"',
    '# ',
    '\n',
    ' ',
    '---x\n',
    'bibliography: [a,\n',
  ]
  const time = processorTime(() => {
    for (const piece of pieces) {
      const source = `---\nbibliography: [\n${piece.repeat(2_000_000)}`
      readBibliography(source)
      addBibliographyFile(source, 'new.json')
    }
  })
  assert.ok(time < 3000, `${String(time)} ms`)
})

for (const [form, name, written] of [
  ['csl: apa.csl', 'apa.csl'],
  ['csl: apa.csl # mine', 'apa.csl', 'apa.csl'],
  ['csl: [apa.csl]', 'apa.csl', 'apa.csl'],
  ['csl:\n- "apa.csl"', 'apa.csl', '"apa.csl"'],
  ['csl: "styles\\\\apa.csl"', 'styles\\apa.csl', '"styles\\\\apa.csl"'],
  ['csl: "a\\x70a.csl"', 'apa.csl', '"a\\x70a.csl"'],
  ['csl: >-\n  apa.csl', 'apa.csl', '>-\n  apa.csl'],
  ['csl: |\n  apa.csl', 'apa.csl', '|\n  apa.csl'],
  ['csl: !!str apa.csl', 'apa.csl', '!!str apa.csl'],
  ['csl: &x apa.csl', 'apa.csl', '&x apa.csl'],
  ['csl: none.csl\ncsl: apa.csl', 'apa.csl', 'apa.csl'],
  ['citation-style: none.csl\ncsl: apa.csl', 'apa.csl', 'apa.csl'],
  ['csl: {file: apa.csl}', '{file: apa.csl}', '{file: apa.csl}'],
] as const) {
  test(`the style is ${name} in ${JSON.stringify(form)}`, () => {
    const source = `---\ntitle: T\n${form}\nlang: en\n---\n`
    const { name: read, span } = readStyleField(source) ?? assert.fail()
    assert.equal(read, name)
    assert.equal(source.slice(span.start, span.end), written ?? name)
  })
}

test('no style is named where nothing stands behind its field', () => {
  for (const form of ['csl:', 'csl: ""', "csl: ''", 'csl: # none', 'title: T']) {
    assert.equal(readStyleField(`---\n${form}\nlang: en\n---\n`)?.name, undefined, form)
  }
})
