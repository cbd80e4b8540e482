import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { packedExtension } from '../support/projectPaths.ts'
import { VsCode } from '../support/vsCode.ts'

let vsCode: VsCode
before(async () => {
  vsCode = await VsCode.start({ vsix: packedExtension })
})
after(() => vsCode.stop())

test('the packed extension, installed, offers measures for @ and words, and the accepted one is a citation', async () => {
  await vsCode.inWindow({ files: { 'report.md': '# Report\n\nOn rules: \n' } }, async (window) => {
    await window.caretAt('On rules: |')
    await window.typeText('@red tape')
    const rows = await window.suggestions((them) => (them[0]?.label ?? '').includes('Red Tape'))
    assert.ok(rows.length > 0)
    await window.acceptSuggestion()
    await window.textHolds(/On rules: @us-aiap-2025 \[pp\. 3-4, pillar I, sec\. 1\]/)
    assert.match(
      await window.savedText('report.md'),
      /On rules: @us-aiap-2025 \[pp\. 3-4, pillar I, sec\. 1\]/,
    )
  })
})

test('the packed extension has the sample report, and its walkthrough opens', async () => {
  await vsCode.inWindow({ files: { 'report.md': '# Report\n' } }, async (window) => {
    await window.runCommand('Policy Citation: Open Sample Report')
    await window.textHolds('# Sample report')
    await window.runCommand('Policy Citation: Open Walkthrough')
    await window.page.locator('.getting-started-step').first().waitFor()
    const picture = window.page.locator(
      '.getting-started-media img, .getting-started-container img',
    )
    await picture.first().waitFor({ state: 'attached' })
  })
})

test('nothing is asked of any other machine', async () => {
  await vsCode.inWindow(
    { files: { 'report.md': 'Rules [@us-aiap-2025:I.1.3, p. 3].\n' } },
    async (window) => {
      assert.match(await window.hoverOver('I.1.3'), /state AI rules/)
      assert.deepEqual(window.foreignRequests(), [])
    },
  )
})
