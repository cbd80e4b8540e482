import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  instrumentOfDocument,
  type DocumentFacts,
} from '../../../src/core/features/documents/knownDocument.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const plan = '91d56ab3ddefe43f395bde31e1c3923fb37f47091275aaf2a0d7da500ff547f4'

/** The id of the instrument that a document with these facts is taken for. */
function known(facts: Partial<DocumentFacts>): string | undefined {
  const all = { name: 'scan.pdf', sha256: '0'.repeat(64), ...facts }
  return instrumentOfDocument(corpus, all)?.key
}

suite('A document is known again', () => {
  test('by its checksum, whatever it is called', () => {
    assert.equal(known({ sha256: plan, title: 'Something else 2024/1689' }), 'us-aiap-2025')
  })

  test('by an official number in its name', () => {
    assert.equal(known({ name: 'CELEX_32024R1689_EN_TXT.pdf' }), 'eu-ai-act')
    assert.equal(known({ name: '02016R0679-20160504.html' }), 'eu-gdpr')
    assert.equal(known({ name: 'celex-32024r1689.xml' }), 'eu-ai-act')
  })

  test('not by a longer number that only begins or ends so: a corrigendum', () => {
    assert.equal(known({ name: 'CELEX_32024R1689R(01).pdf' }), undefined)
    assert.equal(known({ name: 'x132024R1689.pdf' }), undefined)
  })

  test('by the number that its title begins with, not by those that it names behind', () => {
    const title = 'REGULATION (EU) 2024/1689 OF THE EUROPEAN PARLIAMENT amending 2016/679'
    assert.equal(known({ title }), 'eu-ai-act')
    const amending = 'Regulation (EU) 2026/1744 amending Regulations (EU) 2024/1689 and others'
    assert.equal(known({ title: amending }), undefined)
  })

  test('by the name of the file at its address, where that is not a name of many', () => {
    assert.equal(known({ name: 'Americas-AI-Action-Plan.pdf' }), 'us-aiap-2025')
    assert.equal(known({ name: 'NIST.AI.100-1.pdf' }), 'us-nist-ai-rmf')
    assert.equal(known({ name: 'oj' }), undefined)
  })

  test('by its title in any language and however it is set, or by a name that is the title', () => {
    assert.equal(known({ title: 'AMERICA’S AI ACTION PLAN' }), 'us-aiap-2025')
    assert.equal(known({ title: '人工智慧法' }), 'eu-ai-act')
    assert.equal(known({ name: "America's AI Action Plan.pdf" }), 'us-aiap-2025')
    assert.equal(known({ title: 'The Action Plan of America' }), undefined)
  })

  test('not at all where nothing says it', () => {
    for (const facts of [{}, { name: '' }, { title: '' }, { name: '.pdf', title: '…' }])
      assert.equal(known(facts), undefined)
  })
})
