import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readStyleField } from '../../../src/core/bibliography/bibliographyField.ts'
import { pandocPlain } from '../pandoc.ts'

/** A style that prints nothing but its own name. */
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>ours</title><id>http://example.org/ours</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="ours "><text variable="title"/></layout></citation></style>`
const works = JSON.stringify([{ id: 'quays', type: 'book', title: 'Of Quays' }])

async function isPrintedByIt(report: string): Promise<boolean> {
  const files = { 'works.json': works, 'ours.csl': style }
  try {
    return (await pandocPlain(report, files)).includes('ours Of Quays')
  } catch (error) {
    assert.match(String(error), /not found/)
    return false
  }
}

const forms = [
  ...['ours.csl', '"ours.csl"', "'ours.csl'", '"our\\x73.csl"', 'ours.csl # mine', '\n  ours.csl'],
  ...['[ours.csl]', '\n- ours.csl', '>-\n  ours.csl', '|\n  ours.csl', '!!str ours.csl'],
  ...['&x ours.csl', 'none.csl\ncsl: ours.csl', 'ours.csl\ncsl: none.csl', '{file: ours.csl}'],
  ...['ours.csl\ncitation-style: none.csl', '>-\n  ours\n  .csl', '""', '~', 'true', 'none.csl'],
]

for (const form of forms) {
  test(`the style of “csl: ${form.replaceAll('\n', '⏎')}” is the one that Pandoc prints by`, async () => {
    const report = `---\nbibliography: works.json\ncsl: ${form}\n---\n\nSo [@quays].\n`
    assert.equal(readStyleField(report)?.name === 'ours.csl', await isPrintedByIt(report))
  })
}
