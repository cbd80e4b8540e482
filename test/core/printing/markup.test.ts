import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expanded, readWritten } from '../../../src/core/printing/pieces/markup.ts'
import { runsHtml } from '../../../src/vscode/preview/printedHtml.ts'

/** What a page has of `source`, the words around a key. */
function html(source: string): string {
  return runsHtml(expanded(readWritten(source)))
}

test('faces stand within one another, three signs end together or one by one', () => {
  assert.equal(html('see *all* of __it__'), 'see <em>all</em> of <strong>it</strong>')
  assert.equal(html('***a***'), '<strong><em>a</em></strong>')
  assert.equal(html('***a* b**'), '<strong><em>a</em></strong><strong> b</strong>')
  assert.equal(html('~~a~~ x^2^ H~2~O'), '<del>a</del> x<sup>2</sup> H<sub>2</sub>O')
})

test('what closes nothing, or is escaped, is text', () => {
  assert.equal(html('2 * 3, a_b_c, \\*so\\* ~ ^ [x] *'), '2 * 3, a_b_c, *so* ~ ^ [x] *')
})

test('only addresses that are `https` lead anywhere', () => {
  assert.equal(
    html('[a *b*](https://e.org/?x&y "T")').split('href="https://e.org/?x&amp;y"').length,
    3,
  )
  for (const address of ['http://e.org', 'javascript:alert(1)', 'command:x', 'data:text/html,x']) {
    assert.equal(html(`[so](${address})`), 'so')
  }
})

test('nothing of a report reaches a page but as text', () => {
  const hostile =
    '<img src=x onerror=alert(1)> <script>x</script> `<b>` [<i>](https://e.org/"><b>) &lt;b&gt;'
  assert.doesNotMatch(html(hostile), /<(?!\/?(?:em|code|a)\b)|onerror="|href="[^"]*[<>]/u)
})

test('however much is opened, it is read soon', () => {
  for (const sign of ['*', '_', '~', '^', '"', "'", '[', '`', '<!--', '$', '~~', '*_', '"\'']) {
    const long = `${sign}a `.repeat(1300).slice(0, 3999)
    const start = performance.now()
    assert.ok(readWritten(long).text.length > 0)
    assert.ok(performance.now() - start < 2000, sign)
  }
})
