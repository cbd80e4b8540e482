import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { outlineOfText } from '../outlineText.ts'
import { proposed } from '../proposed.ts'

async function typeOf(text: string): Promise<string | undefined> {
  return (await outlineOfText(text)).type
}

suite('A plan that quotes a law is none, and keeps its bullets', () => {
  const compute = '## Compute\n\n- Build.\n- Fund.\n'

  for (const [what, quoted] of [
    ['a section with a colon', 'Section 230: a reform is needed.'],
    ['a section with a stop', 'Sec. 5. A reform is needed.'],
    ['a section with a sign', '§ 230. A reform is needed.'],
    ['an article with a colon', 'Article 6: the rules need guidance.'],
    ['an article that begins a sentence', 'Article 6 AI Act obligations need guidance.'],
    ['a heading', '### Article 6 AI Act'],
    ['a Chinese article', '第六条需要指引。'],
  ] as const) {
    test(what, async () => {
      const text = `# Plan\n\n## Law\n\n${quoted}\n\n- Draft.\n- Consult.\n\n${compute}`
      assert.equal(await typeOf(text), undefined)
      const { labels, unread } = await proposed(text)
      assert.match(
        labels,
        /^1=section (?:1\.1=section 1\.1\.1 1\.1\.2|1\.1 1\.2) 2=section 2\.1 2\.2$/u,
      )
      if (!quoted.startsWith('#')) assert.ok(unread.some((line) => line.includes(quoted)))
    })
  }

  test('several of them, and one in a bullet', async () => {
    const text = `# Plan\n\n## Speech\n\nSection 230: reform it.\n\n- Draft.\n\n## Copying\n\nSection 512: clarify it.\n\n- Section 1201: narrow it.\n- Consult.\n\n${compute}`
    assert.equal(await typeOf(text), undefined)
    const { labels } = await proposed(text)
    assert.equal(labels, '1=section 1.1 2=section 2.1 2.2 3=section 3.1 3.2')
  })

  test('beside measures that it numbers', async () => {
    const { labels } = await proposed(
      '# Plan\n\n## Speech\n\n1\\. Act.\n\n2\\. Do.\n\nSection 230: a reform is needed.\n\n3\\. Mend.\n\n## Compute\n\n4\\. Build.\n',
    )
    assert.equal(labels, 'sec-speech=section 1 2 3 sec-compute=section 4')
  })

  test('the articles of a model law count from 1, and are measures beside its own', async () => {
    const text = `# Plan\n\n## Law\n\n- Draft.\n- Consult.\n- Ask.\n\n${compute}\n## Annex: A model law\n\nArticle 1. Quays stand.\n\nArticle 2. Cranes lift:\n\n(a) stones.\n`
    assert.equal(await typeOf(text), undefined)
    const { labels } = await proposed(text)
    assert.match(
      labels,
      /sec-law\.3 .*sec-compute\.2 annex=annex annex\.1=article annex\.2=article annex\.2\.a=paragraph$/u,
    )
  })
})

suite('A law stays one', () => {
  test('whatever lists a page puts beside it', async () => {
    const related = Array.from({ length: 30 }, (_, at) => `- Page ${String(at)}`).join('\n')
    const order = `# Order\n\n## Background\n\n- One\n\n## The Order\n\nSection 1. Purpose. Quays.\n\nSec. 2. Policy. (a) Do.\n\n## Related\n\n${related}\n`
    assert.equal(await typeOf(order), 'order')
    assert.equal((await proposed(order)).labels, 'sec-order=section 1 2 2.a=paragraph')
  })

  test('in an excerpt, by what its articles hold', async () => {
    const excerpt =
      '# Excerpt\n\n## About\n\n- from the act\n- as amended\n\n## Article 5 Quays\n\n1. One.\n\n2. Two.\n\n## Article 9 Cranes\n\n1. One.\n'
    assert.equal(await typeOf(excerpt), 'act')
    assert.equal(await typeOf('Section 5. Duties. The agency shall:\n\n(1) act.\n'), 'order')
  })

  test('and a sentence in it that begins with another article is no article', async () => {
    const { labels, unread } = await proposed(
      '# Act\n\nArticle 1 Aim\n\nThis.\n\nArticle 2 Rules\n\nArticle 6 AI Act obligations apply.\n\nArticle 3 The parties shall act.\n',
    )
    assert.equal(labels, '1 2 3')
    assert.ok(unread.some((line) => line.includes('Article 6 AI Act')))
  })
})
