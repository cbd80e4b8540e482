import assert from 'node:assert/strict'
import { suite, test } from '../mocha.ts'
import { hoverAt, openReport } from '../reportEditor.ts'

suite('hover', () => {
  test('shows the card of the measure whose key is under the pointer', async () => {
    const card = await hoverAt(await openReport('As planned [@us-aiap-2025:I.|1.3, p. 3].'))
    assert.match(card, /us-aiap-2025:I\.1\.3/u)
    assert.match(card, /OMB/u)
    assert.match(card, /Office of Management and Budget/u)
    assert.match(card, /2025\\-07\\-23/u)
    assert.match(card, /https:\/\/www\.whitehouse\.gov\/[^)]*#page=6/u)
  })

  test('shows the card of a place in words on these words, and on the key before them', async () => {
    for (const text of [
      '[@us-aiap-2025, p. 3, pillar I, sec.| 1, action 3]',
      '[@us-aiap-|2025, p. 3, pillar I, sec. 1, action 3]',
      '[@us-aiap-2025，第一支柱，第|1节，第3项建议行动]',
    ]) {
      assert.match(await hoverAt(await openReport(text)), /us-aiap-2025:I\.1\.3/u, text)
    }
    const between = '[@us-aiap-2025, p.| 3, pillar I, sec. 1, action 3]'
    assert.equal(await hoverAt(await openReport(between)), '')
  })

  test('is silent beside the key', async () => {
    assert.equal(await hoverAt(await openReport('As |planned [@us-aiap-2025:I.1.3, p. 3].')), '')
    assert.equal(await hoverAt(await openReport('As planned [@us-aiap-2025:I.1.3, p.| 3].')), '')
  })

  test('lists the measures of a section', async () => {
    const card = await hoverAt(await openReport('[@us-aiap-2025:I.|1]'))
    for (const action of [1, 2, 3, 4, 5])
      assert.ok(card.includes(`\`us-aiap-2025:I.1.${String(action)}\``))
  })

  test('finds the key in a group and before Chinese punctuation', async () => {
    assert.match(
      await hoverAt(await openReport('根据[@smith2020; @us-aiap-2025:II|.1.1]，应当。')),
      /II\.1\.1/u,
    )
    assert.match(await hoverAt(await openReport('见 @us-aiap-2025:II.1.|1，应当。')), /II\.1\.1/u)
  })

  test('says that a page is outside the document', async () => {
    assert.match(
      await hoverAt(await openReport('[@us-aiap-2025:I.1.|3, p. 41]')),
      /There is no page 41/u,
    )
  })

  test('is silent in code, for cross-references and for keys of other bibliographies', async () => {
    for (const text of [
      '`@us-aiap-2025:I.|1.3`',
      '@fig-|one',
      '[@smith|2020]',
      'mail a@us-aiap-2025.|example',
    ]) {
      assert.equal(await hoverAt(await openReport(text)), '', text)
    }
  })

  test('case 38: is exact behind emoji and astral characters', async () => {
    assert.match(await hoverAt(await openReport('政策👩‍💻𠮷é [@us-aiap-2025:I.1.3|]')), /I\.1\.3/u)
    assert.equal(await hoverAt(await openReport('政策👩‍💻𠮷é| [@us-aiap-2025:I.1.3]')), '')
  })
})
