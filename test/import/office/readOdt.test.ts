import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { Outline } from '../../../src/core/official/outline.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { lines } from '../outlineText.ts'

/** The same text, as LibreOffice 7.4 writes it in both formats. */
async function harbour(format: 'docx' | 'odt'): Promise<Outline> {
  const file = new URL(`harbour.${format}`, import.meta.url)
  return outlineOf(new Uint8Array(readFileSync(file)))
}

for (const format of ['docx', 'odt'] as const) {
  test(`a ${format} of LibreOffice: numbered headings and lists, a note, tracked changes, a table`, async () => {
    const outline = await harbour(format)
    const { title, issued, language } = outline
    assert.deepEqual(
      { title, issued, language },
      { title: 'Harbour Strategy 2031', issued: '2031-02-04', language: 'en-GB' },
    )
    assert.deepEqual(
      lines(outline).filter((line) => /\b(?:part|paragraph|point) \|/u.test(line)),
      [
        'part | I | Quays | ',
        '      paragraph | a |  | of ships;',
        '      paragraph | b |  | of tugs,',
        '        point | i |  | large ones;',
        '        point | ii |  | small ones.',
        'part | II | Ropes | Ropes are dry.',
      ],
    )
    const all = JSON.stringify(outline)
    assert.ok(all.includes('Each quay has lamps. They shall burn by night.'))
    assert.ok(all.includes('{"kind":"note","text":"See the rules of 1890."}'))
    for (const words of ['Trim each wick.', 'Store it dry.', 'Ring at noon', 'A.2 Rest']) {
      assert.ok(all.includes(words), words)
    }
  })
}

interface OdtParts {
  readonly text: string
  readonly automatic?: string
  readonly styles?: string
  readonly meta?: string
  readonly manifest?: string
}

const namespaces = ['office', 'text', 'style', 'fo', 'table', 'draw', 'meta', 'manifest', 'loext']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')

async function outlineOfOdt(parts: OdtParts): Promise<Outline> {
  const root = (name: string, inside: string): Uint8Array =>
    strToU8(
      `<office:${name} ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</office:${name}>`,
    )
  const { text, automatic = '', styles = '', meta = '', manifest = '' } = parts
  return outlineOf(
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': root(
        'document-content',
        `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
      ),
      'styles.xml': root('document-styles', `<office:styles>${styles}</office:styles>`),
      'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`),
      'META-INF/manifest.xml': root('manifest', manifest),
    }),
  )
}

const number = (level: number, format: string, more: string): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`

const numbers = `<text:list-style style:name="L">
${number(1, '1', 'style:num-suffix="." text:start-value="3"')}
${number(2, 'a', 'style:num-prefix="(" style:num-suffix=")"')}
${number(3, '一, 二, 三, ...', 'loext:num-list-format="%1%.%2%.第%3%项"')}
${number(4, '1', 'text:display-levels="4"')}
<text:list-level-style-bullet text:level="5" text:bullet-char="•"/></text:list-style>
<text:outline-style>${number(1, 'I', 'style:num-prefix="Part " style:num-suffix="."')}${number(2, '1', 'text:display-levels="2"')}</text:outline-style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="berschrift" style:display-name="Überschrift 2" style:family="paragraph"/>`

const entry = (text: string, more = ''): string =>
  `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`
const list = (items: string, more = ''): string =>
  `<text:list text:style-name="L"${more}>${items}</text:list>`
const inItem = (items: string): string => `<text:list-item>${sublist(items)}</text:list-item>`
const sublist = (items: string): string => `<text:list>${items}</text:list>`

test('numbers of lists as they are printed: starts, forms, levels above, lists that go on or begin anew', async () => {
  const outline = await outlineOfOdt({
    styles: numbers,
    text: [
      list(
        entry('three', sublist(entry('a', sublist(entry('item'))) + entry('b'))) + entry('four'),
        ' xml:id="first"',
      ),
      '<text:p>Between.</text:p>',
      list(
        `<text:list-item><text:p>anew</text:p><text:p>without a number</text:p></text:list-item>`,
      ),
      list(entry('goes on'), ' text:continue-list="first"'),
      list(entry('and on'), ' text:continue-numbering="true"'),
      list('<text:list-header><text:p>header</text:p></text:list-header>'),
      list(`<text:list-item text:start-value="9"><text:p>nine</text:p></text:list-item>`),
      list(inItem(inItem(inItem(entry('deep'))))),
    ].join(''),
  })
  assert.deepEqual(outline.text?.split('\n\n'), [
    '3. three',
    '(a) a',
    '3.a.第一项 item',
    '(b) b',
    '4. four',
    'Between.',
    '3. anew',
    'without a number',
    '5. goes on',
    '6. and on',
    'header',
    '9. nine',
    '3.a.一.1 deep',
  ])
})

test('headings by their level or the name of their style, with the numbers of the outline', async () => {
  const heading = (level: number, text: string, more = ''): string =>
    `<text:h text:outline-level="${level}"${more}>${text}</text:h>`
  const outline = await outlineOfOdt({
    styles: numbers,
    text: [
      heading(1, 'Quays'),
      '<text:p text:style-name="berschrift">Lamps</text:p>',
      heading(2, 'Bells'),
      heading(1, 'Without', ' text:is-list-header="true"'),
      '<text:p text:style-name="Heading_20_1">Ropes</text:p>',
      heading(1, 'Knots'),
    ].join(''),
  })
  const headings = outline.parts.flatMap(({ printed, heading: own, parts }) => [
    printed ?? own,
    ...parts.map((part) => part.printed ?? part.heading),
  ])
  assert.deepEqual(headings, [
    'Part I. Quays',
    'Lamps',
    'I.1 Bells',
    'Without',
    'Ropes',
    'Part II. Knots',
  ])
})

test('spaces, breaks, hidden words and what was deleted, contents, boxes, notes and tables', async () => {
  const outline = await outlineOfOdt({
    automatic: `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>`,
    text: [
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      '<text:table-of-content><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title><text:p>Quays 3</text:p></text:index-body></text:table-of-content>',
      '<text:p>A<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d <text:change text:change-id="1"/><text:span text:style-name="H">hidden</text:span><office:annotation><text:p>comment</text:p></office:annotation>10<text:span text:style-name="U">25</text:span></text:p>',
      '<text:p>Held<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> fast.<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame></text:p>',
      '<text:section text:display="none"><text:p>Unseen.</text:p></text:section>',
      '<text:section><text:p>Seen.</text:p></text:section>',
      '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Head</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>One</text:p></table:table-cell><table:table-cell><text:p>Two</text:p></table:table-cell></table:table-row></table:table>',
    ].join(''),
  })
  assert.match(outline.text ?? '', /^A b c d 10.?25\n\nHeld fast\.\n\nBoxed\.\n\nSeen\./u)
  const all = JSON.stringify(outline)
  assert.ok(all.includes('Contents Quays 3') && all.includes('"A note."') && all.includes('Two'))
  assert.doesNotMatch(all, /Deleted|hidden|comment|Unseen/u)
})

test('title, date and language of a text in OpenDocument', async () => {
  const { title, issued, language } = await outlineOfOdt({
    styles: `<style:style style:name="Title" style:family="paragraph"/><style:default-style style:family="paragraph"><style:text-properties fo:language="pt" fo:country="BR"/></style:default-style>`,
    automatic:
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
    meta: '<dc:title>Untitled</dc:title><dc:date>2031-05-06T00:00:00</dc:date>',
    text: '<text:p text:style-name="P1">Plano do porto</text:p><text:p>Os cais.</text:p>',
  })
  assert.deepEqual(
    { title, issued, language },
    { title: 'Plano do porto', issued: '2031-05-06', language: 'pt-BR' },
  )
})

test('an encrypted text is refused as such', async () => {
  await assert.rejects(
    outlineOfOdt({
      text: '',
      manifest:
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
    }),
    { name: 'DocumentError', reason: 'encrypted' },
  )
})
