import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeToChange } from '../../../src/core/features/places/changePlace.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The report with its place in « », once what has to be written is; `undefined` where there is none. */
function changed(marked: string): string | undefined {
  const { report, offset } = reportAtCaret(marked)
  const place = placeToChange(report, corpus, offset)
  if (place === undefined) return undefined
  const { start, end } = place.span
  const text = applyEdits(marked.replace('|', ''), place.edit === undefined ? [] : [place.edit])
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
}

test('the place of a citation is what its words say, with its page, or the path of its key', () => {
  for (const [marked, expected] of [
    ['[@eu-|ai-act, art. 5(1)(a)]', '[@eu-ai-act, «art. 5(1)(a)»]'],
    ['[@eu-ai-act, art. 5(1)|(a)]', '[@eu-ai-act, «art. 5(1)(a)»]'],
    ['[@us-aiap-2025, p. 3, pillar I, |sec. 1]', '[@us-aiap-2025, «p. 3, pillar I, sec. 1»]'],
    ['[@us-aiap-2025, pillar I, sec. 1, |p. 3]', '[@us-aiap-2025, «pillar I, sec. 1, p. 3»]'],
    ['[@eu-ai-act, art. 5|, emphasis added]', '[@eu-ai-act, «art. 5», emphasis added]'],
    ['[@eu-ai-act, art. 5 and |Annex III]', '[@eu-ai-act, art. 5 and «Annex III»]'],
    ['[@x, p. 3; @eu-ai|-act, art. 5]', '[@x, p. 3; @eu-ai-act, «art. 5»]'],
    ['[@us-aiap-2025:I.1|.2, p. 3]', '[@us-aiap-2025:«I.1.2», p. 3]'],
    ['@us-aiap-2025:I.1|.2 [p. 3] says', '@us-aiap-2025:«I.1.2» [p. 3] says'],
    ['As @us-aiap-2025 [pillar I|] says', 'As @us-aiap-2025 [«pillar I»] says'],
    ['[@cn-genai-2023|, 第四条第二项]', '[@cn-genai-2023, «第四条第二项»]'],
  ] as const) {
    assert.equal(changed(marked), expected)
  }
})

test('where no place is named, the caret stands where one goes', () => {
  for (const [marked, expected] of [
    ['So [@eu-ai|-act].', 'So [@eu-ai-act, «»].'],
    ['So [@{eu-ai|-act}].', 'So [@{eu-ai-act}, «»].'],
    ['So [@eu-ai|-act; @x].', 'So [@eu-ai-act, «»; @x].'],
    ['So [@us-aiap-2025, |p. 3].', 'So [@us-aiap-2025, p. 3, «»].'],
    ['So [@eu-ai|-act, emphasis added].', 'So [@eu-ai-act, «», emphasis added].'],
    ['So [@eu-ai|-act for all].', 'So [@eu-ai-act, «», for all].'],
    ['So @eu-ai|-act says.', 'So @eu-ai-act [«»] says.'],
    ['So @eu-ai|-act [on bans] says.', 'So @eu-ai-act [«», on bans] says.'],
  ] as const) {
    assert.equal(changed(marked), expected)
  }
})

test('nothing is changed where nothing of ours is cited, or brackets would be a link', () => {
  for (const marked of ['So [@smith|2020].', 'So |here.', '根据@eu-ai|-act', 'So @eu-ai|-act(x)']) {
    assert.equal(changed(marked), undefined, marked)
  }
})
