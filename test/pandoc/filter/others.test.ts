import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { zipEntry } from '../../support/zipEntry.ts'
import { pandocPage, pandocWord } from '../pandoc.ts'
import { linkStyles, printing } from './linkedReports.ts'

/** Others and ours, in all places where a report cites; each paragraph of others alone begins with `Others`. */
const mixed = `---
title: Mixed @smith
nocite: '@jones'
reference-section-title: Works
link-citations: LINKS
---

# Others in a heading [@smith]

Others [see @smith, p. 3, *so*; -@jones, pp. 4-5 and *more*], @smith [p. 3] and @jones.

Ours [@xx, art. 5(1)(a); @smith, p. 3], @xx:6, “[@xx:6]”.^[Ours [@xx:6] and @smith.]

Others^[A note [@smith].], *[@jones]* and 'quoted [@smith]'.

(@good) Others in an example [@smith].

Others as (@good) says [@jones; @smith, chap. 2].

::: {#refs}
:::

Others behind the list.
`

const plainly = { filters: [{ type: 'citeproc' }], citeproc: false }

/** The lines of others alone, and the entries of the list. */
function ofOthers(page: string): readonly string[] {
  return page
    .split('\n')
    .filter((line) => /Others|Smith|Jones/u.test(line) && !/Ours|act#|Tide/u.test(line))
}

const formats = ['html', 'html4', 'latex', 'typst', 'plain', 'markdown', 'gfm'] as const

for (const style of Object.keys(linkStyles).filter(isStyle)) {
  suite(`citations of others beside ours, ${style}`, () => {
    for (const to of formats) {
      for (const links of ['html', 'latex'].includes(to) ? ['true', 'false'] : ['false']) {
        test(`print byte for byte as without the filter, ${to}, link-citations: ${links}`, async () => {
          const report = mixed.replace('LINKS', links)
          const with_ = printing({ style })
          const without = printing({ style, options: plainly })
          const filtered = await pandocPage(report, to, with_.files, with_.options)
          const lines = ofOthers(filtered)
          assert.ok(lines.length >= 5)
          assert.deepEqual(
            lines,
            ofOthers(await pandocPage(report, to, without.files, without.options)),
          )
          assert.equal(filtered.includes('act#a6') || filtered.includes('act\\#a6'), to !== 'plain')
        })
      }
    }

    test('print so in Word', async () => {
      const report = mixed.replace('LINKS', 'false')
      const filtered = await inWord(report, printing({ style }))
      const unfiltered = await inWord(report, printing({ style, options: plainly }))
      const paragraphs = (xml: string) =>
        xml
          .replace(/\bw:id="\d+"/gu, '')
          .split('</w:p>')
          .filter((one) => one.includes('Others'))
      assert.ok(paragraphs(filtered).length >= 5)
      assert.deepEqual(paragraphs(filtered), paragraphs(unfiltered))
    })
  })
}

async function inWord(report: string, { files, options }: ReturnType<typeof printing>) {
  const word = await pandocWord(report, files, options)
  return zipEntry(word, 'word/document.xml') ?? assert.fail('no document')
}

function isStyle(name: string): name is keyof typeof linkStyles {
  return Object.hasOwn(linkStyles, name)
}

suite('what is printed, links apart, is what is printed without them', () => {
  for (const style of Object.keys(linkStyles).filter(isStyle)) {
    test(style, async () => {
      const report = mixed.replace('LINKS', 'false')
      const [linked, unlinked] = [printing({ style }), printing({ style, isLinked: false })]
      const page = await pandocPage(report, 'html', linked.files, linked.options)
      const stripped = page.replace(
        /<a href="https:\/\/law\.example\/act#[^>]*>(.*?)<\/a>/gsu,
        '$1',
      )
      assert.notEqual(stripped, page)
      assert.equal(stripped, await pandocPage(report, 'html', unlinked.files, unlinked.options))
    })
  }
})
