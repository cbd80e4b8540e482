import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeQuotations } from '../../src/core/features/problems/quoted/quotations.ts'
import { findPassages, type OfficialText } from '../../src/core/official/officialText.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { sliceSpan } from '../../src/core/text/span.ts'
import { sentencesOfPassage } from '../../src/core/official/quotedText.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { source } from './outlineText.ts'

const corpus = libraryCorpus()
const adopted = source('eu-ai-act/aia.eurlex.xhtml')
const excerpt = source('eu-2026-1744/amended-provisions.md')
const skip = adopted.skip === false ? excerpt.skip : adopted.skip

/** The first sentence that `text` has of the provision with this path. */
function firstSentence(text: OfficialText, path: string): string {
  const passage = text.passages.get(`eu-ai-act:${path}`) ?? assert.fail(path)
  const words = sliceSpan(text.text, passage.own)
  const [first] = sentencesOfPassage(words)
  return first === undefined ? assert.fail(path) : sliceSpan(words, first).trim()
}

test(
  'the act as adopted and an excerpt as amended are told apart by the day of a report',
  { skip },
  async () => {
    const instrument = corpus.byKey.get('eu-ai-act')
    assert.ok(instrument?.level === 'instrument')
    const before = findPassages(await adopted.read(), instrument, corpus)
    const after = findPassages(await excerpt.read(), instrument, corpus)
    const versions = [
      { day: '2024-07-12', text: before },
      { day: '2026-07-27', text: after },
    ]
    const verdict = (words: string, key: string, day: string): string | undefined => {
      const report = analyseReport(`“${words}” [@eu-ai-act, ${key}]\n`)
      return judgeQuotations(report, { corpus, day, officialOf: () => versions })[0]?.verdict
    }
    const [old, now] = [firstSentence(before, '4'), firstSentence(after, '4.1')]
    assert.equal(verdict(old, 'art. 4', '2026-11-29'), 'superseded wording')
    assert.equal(verdict(old, 'art. 4', '2026-07-26'), 'verified')
    assert.equal(verdict(now, 'art. 4', '2026-07-27'), 'verified')
    assert.equal(verdict(now, 'art. 4', '2026-07-26'), 'later wording')
    const deleted = firstSentence(before, '10.5')
    assert.equal(verdict(deleted, 'art. 10(5)', '2026-11-29'), 'superseded wording')
    const kept = firstSentence(before, '5.1.a')
    assert.equal(verdict(kept, 'art. 5(1)(a)', '2026-11-29'), 'verified')
  },
)
