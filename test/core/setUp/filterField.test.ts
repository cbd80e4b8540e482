import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { addFilter, removeFilter, type FilterText } from '../../../src/core/setUp/filterField.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'

const yaml = (source: string): FilterText => ({ source, sort: 'yaml' })
const report = (source: string): FilterText => ({ source, sort: 'report' })

/** The text by then, or why it stays as it is. */
function after(text: FilterText, change = addFilter): string {
  const made = change(text)
  if (made.kind === 'edit') return applyEdits(text.source, [made.edit])
  return made.kind === 'nothing' ? '=' : `${made.kind} at ${String(made.offset)}`
}

const ours = 'policy-citation'
const all = `${ours}, quarto, ${ours}`
const lines = `  - ${ours}\n  - quarto\n  - ${ours}\n`

suite('A list of filters', () => {
  const added: readonly (readonly [before: string, after: string])[] = [
    ['', `filters: [${all}]\n`],
    ['project:\n  type: book\n', `project:\n  type: book\nfilters: [${all}]\n`],
    ['a: 1', `a: 1\nfilters: [${all}]\n`],
    ['a: 1\r\nb: 2\r\n', `a: 1\r\nb: 2\r\nfilters: [${all}]\r\n`],
    ['\uFEFFa: 1\n', `\uFEFFa: 1\nfilters: [${all}]\n`],
    ['# c\na: 1 # d\n\n', `# c\na: 1 # d\n\nfilters: [${all}]\n`],
    ['---\na: 1\n', `---\na: 1\nfilters: [${all}]\n`],
    ['filters:\n', `filters: [${all}]\n`],
    ['filters: x.lua # c\n', `filters: [x.lua, ${all}] # c\n`],
    ["filters: 'a b.lua'\n", `filters: ['a b.lua', ${all}]\n`],
    ['filters: citeproc\n', `filters: [${ours}, citeproc]\n`],
    ['filters: [] # c\n', `filters: [${all}] # c\n`],
    ['filters: [a.lua, "b, c"]\n', `filters: [a.lua, "b, c", ${all}]\n`],
    ['filters: [a, citeproc, b]\n', `filters: [a, ${ours}, citeproc, b]\n`],
    [
      'filters: [\n  a, # c\n  quarto\n  ]\n',
      `filters: [\n  a, # c\n  ${ours}, quarto, ${ours}\n  ]\n`,
    ],
    ['filters:\n  - a # c\n  - b\nx: 1\n', `filters:\n  - a # c\n  - b\n${lines}x: 1\n`],
    ['filters:\n- a\n- citeproc\n', `filters:\n- a\n- ${ours}\n- citeproc\n`],
    [
      'filters:\r\n  - a\r\n  - quarto # c\r\n',
      `filters:\r\n  - a\r\n  - ${ours}\r\n  - quarto # c\r\n  - ${ours}\r\n`,
    ],
    [
      'filters:\n  - path: a.lua\n    at: pre-ast\n  - b\n',
      `filters:\n  - path: a.lua\n    at: pre-ast\n  - b\n${lines}`,
    ],
    [
      'filters:\n  - b\n  - path: a.lua\n    at: pre-ast\nx: !expr 1\n',
      `filters:\n  - b\n  - path: a.lua\n    at: pre-ast\n${lines}x: !expr 1\n`,
    ],
    ['x: &a 1\ny: *a\nfilters: [b]\n', `x: &a 1\ny: *a\nfilters: [b, ${all}]\n`],
    [`filters: [${ours}]\n`, `filters: [${all}]\n`],
    [`filters: [quarto, ${ours}]\n`, '='],
    [`filters: [${ours}, quarto]\n`, `filters: [${all}]\n`],
    [`filters:\n  - "${ours}"\n  - citeproc\n`, '='],
    [`filters: ${ours}\n`, `filters: [${all}]\n`],
  ]
  for (const [before, expected] of added) {
    test(`gets our filter: ${JSON.stringify(before)}`, () => {
      assert.equal(after(yaml(before)), expected)
      if (expected !== '=') assert.equal(after(yaml(expected)), '=')
    })
  }

  const refused: readonly (readonly [before: string, reason: string])[] = [
    ['a: [\n', 'malformed at 5'],
    ['a: 1\n b: 2\n', 'malformed at 7'],
    ['a: 1\n---\nb: 2\n', 'malformed at 0'],
    ['- a\n', 'malformed at 0'],
    ['text', 'malformed at 0'],
    ['{a: 1}\n', 'notUnderstood at 0'],
    ['  a: 1\n', 'notUnderstood at 0'],
    ['a: 1\n...\n', 'notUnderstood at 0'],
    ['filters: &f [a]\nx: *f\n', 'notUnderstood at 8'],
    ['x: &f [a]\nfilters: *f\n', 'notUnderstood at 18'],
    ['filters: |\n  a\n', 'notUnderstood at 8'],
    ['filters: {a: b}\n', 'notUnderstood at 8'],
    ['filters: [a, {b: c}]\n', 'notUnderstood at 8'],
    ['filters: a\nfilters: b\n', 'notUnderstood at 8'],
    ['"filt\\x65rs": [a]\n', 'notUnderstood at 0'],
  ]
  for (const [before, reason] of refused) {
    test(`is left as it is: ${JSON.stringify(before)}`, () => {
      assert.equal(after(yaml(before)), reason)
    })
  }

  test('stands in the front matter of a report, or in new front matter', () => {
    assert.equal(
      after(report('---\ntitle: T\n---\n\nText\n')),
      `---\ntitle: T\nfilters: [${all}]\n---\n\nText\n`,
    )
    assert.equal(after(report('Text\n')), `---\nfilters: [${all}]\n---\n\nText\n`)
    assert.equal(
      after(report('---\r\na: 1\r\n...\r\n')),
      `---\r\na: 1\r\nfilters: [${all}]\r\n...\r\n`,
    )
    assert.equal(after(report('% Title\n\nText\n')), 'notUnderstood at 0')
    assert.equal(after(report('---\na: [\n---\n')), 'malformed at 9')
  })

  for (const named of [
    `filters: [${ours}.lua]\n`,
    `filters:\n  - path: ${ours}\n`,
    `format:\n  docx:\n    filters: [${ours}]\n`,
  ]) {
    test(`has our filter, however it names it: ${JSON.stringify(named)}`, () => {
      assert.equal(after(yaml(named)), '=')
    })
  }

  const removed: readonly (readonly [before: string, after: string])[] = [
    [`a: 1\nfilters: ${ours}\n`, 'a: 1\n'],
    [`a: 1\r\nfilters: ${ours}\r\nb: 2\r\n`, 'a: 1\r\nb: 2\r\n'],
    [`filters: [${ours}]\nb: 2\n`, 'b: 2\n'],
    [`filters:\n  - ${ours}\nb: 2\n`, 'b: 2\n'],
    [`filters: [a, ${ours}] # c\n`, 'filters: [a] # c\n'],
    [`filters: [${ours}, citeproc]\n`, 'filters: [citeproc]\n'],
    [`filters:\n  - a\n  - ${ours} # c\n  - b\n`, 'filters:\n  - a\n  - b\n'],
    [`filters: [${all}]\n`, ''],
    [`filters: [a, ${all}]\n`, 'filters: [a]\n'],
    [`filters: [${all}, b]\n`, 'filters: [quarto, b]\n'],
    [`filters: [quarto, ${ours}]\n`, ''],
    ['filters: [a]\n', '='],
    ['a: 1\n', '='],
    [`filters: &f [${ours}]\n`, 'notUnderstood at 8'],
    [`filters: [a, {b: c}, ${ours}]\n`, 'notUnderstood at 8'],
  ]
  for (const [before, expected] of removed) {
    test(`no longer has our filter: ${JSON.stringify(before)}`, () => {
      assert.equal(after(yaml(before), removeFilter), expected)
    })
  }

  test('goes with front matter that holds nothing else', () => {
    for (const source of ['Text\n', '\uFEFFText\r\n\r\nMore\r\n', '# A\n', '']) {
      const added = after(report(source))
      assert.equal(after(report(added), removeFilter), source)
    }
    const kept = `---\n# mine\nfilters: [${ours}]\n---\n\nText\n`
    assert.equal(after(report(kept), removeFilter), '---\n# mine\n---\n\nText\n')
  })

  test('is after adding and removing what it was, whatever stands around it', () => {
    const name = fc.constantFrom('title', 'format', 'lang', 'params', '"a b"')
    const value = fc.constantFrom(
      'x',
      "'y: z'",
      '[1, 2]',
      '\n  html:\n    toc: true',
      '|\n  text\n  more',
      '# c',
      '!expr 1',
    )
    const list = fc.constantFrom(
      '',
      'filters:\n  - a\n  - citeproc\n',
      'filters: [a, b]\n',
      'filters:\n- x: 1\n  y: 2\n',
    )
    const fields = fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one, maxLength: 4 })
    fc.assert(
      fc.property(
        fields,
        list,
        fields,
        fc.constantFrom('\n', '\r\n'),
        (above, filters, below, lineEnd) => {
          const lines = (some: typeof above): string =>
            some.map(([one, what]) => `${one}: ${what}\n`).join('')
          const others = below.filter(([one]) => !above.some(([two]) => one === two))
          const source = (lines(above) + filters + lines(others)).replaceAll('\n', lineEnd)
          const made = addFilter(yaml(source))
          assert.ok(made.kind === 'edit', source)
          const added = applyEdits(source, [made.edit])
          assert.equal(after(yaml(added), removeFilter), source)
        },
      ),
    )
  })
})
