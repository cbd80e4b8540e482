import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  citationContextAt,
  type CitationContext,
} from '../../../src/core/pandoc/citationContext.ts'
import { processorTime } from '../../support/processorTime.ts'

const keys = new Set(['us-aiap-2025', 'us-aiap-2025:I.1.3', 'k'])

/** The context at the caret, written `|`. */
function at(marked: string, base = 0): CitationContext | undefined {
  const caret = marked.indexOf('|')
  assert.ok(caret !== -1 && !marked.includes('|', caret + 1), 'Write exactly one caret.')
  return citationContextAt(marked.replace('|', ''), base, base + caret, (raw) => keys.has(raw))
}

/** Marker, query and replaced text at the caret. */
function texts(marked: string): string | undefined {
  const mask = marked.replace('|', '')
  const context = at(marked)
  if (context === undefined) return undefined
  const { markerSpan, querySpan, replaceSpan } = context
  return [markerSpan, querySpan, replaceSpan]
    .map(({ start, end }) => mask.slice(start, end))
    .join(' ~ ')
}

test('a context begins at the marker and ends at the caret', () => {
  assert.equal(texts('@|'), '@ ~  ~ ')
  assert.equal(texts('See @ex|'), '@ ~ ex ~ ex')
  assert.equal(texts('See [@us-aiap-2025:I|'), '@ ~ us-aiap-2025:I ~ us-aiap-2025:I')
  assert.equal(texts('[-@ex|]'), '-@ ~ ex ~ ex')
  assert.equal(texts('[@{ex|}]'), '@{ ~ ex ~ ex')
  assert.equal(texts('根据@出口管制|'), '@ ~ 出口管制 ~ 出口管制')
})

test('a bracket that the editor closed behind the caret belongs to what is replaced', () => {
  assert.equal(texts('(see @Art. 5(1|) and so on'), '@ ~ Art. 5(1 ~ Art. 5(1)')
  assert.equal(texts('(see @Art. 5(1)|) and so on'), '@ ~ Art. 5(1) ~ Art. 5(1)')
  assert.equal(texts('(see @export|) and so on'), '@ ~ export ~ export')
})

test('spans are offsets in the report', () => {
  assert.deepEqual(at('See @ex|', 500)?.querySpan, { start: 505, end: 507 })
})

test('a query holds several words, Chinese, and punctuation of keys', () => {
  const queries = [
    '@export controls chips',
    '@export ',
    '@出口 管制',
    '@NIST and CAISI evaluations of models',
    '@us-aiap-2025:I.1',
    '@us-aiap-2025：I.1',
    '@section 3.2 data',
    '@AI (RFI)',
    '@Art. 5(1)(a)',
    '@AI Act Art. 5',
    '@Rec. 12',
    '@sec. 3 p. 4',
    '@export, chips',
    "@workers' rights",
    '@us-aiap-2025:I.1.3',
    '@us-aiap-2025:',
    '@us-aiap-2025:I.1.3.',
  ]
  assert.deepEqual(
    queries.filter((query) => at(`${query}|`) === undefined),
    [],
  )
})

test('a query is over after a complete key, at the end of a sentence, at other marks', () => {
  const over = [
    '@us-aiap-2025:I.1.3 says the',
    '@us-aiap-2025:I.1.3 ',
    '[@us-aiap-2025:I.1.3, p',
    '@us-aiap-2025:I.1.3，这',
    '@us-aiap-2025:I.1.3。',
    '@us-aiap-2025:I.1.3：这',
    '@us-aiap-2025 [p. 3',
    '@smith. Then',
    '@smith! Then',
    '@smith? Then',
    '@smith: then',
    '@管制。然后',
    '[@ex; and',
    '[@ex] and',
    '(@ex) and',
    '（@ex）与',
    '“@ex” and',
    '@ex  and',
    '@ ex',
    '@ex \uFFFC\uFFFC x',
    `@${'long '.repeat(17)}`,
    '@ex\nnext',
  ]
  assert.deepEqual(
    over.filter((text) => at(`${text}|`) !== undefined),
    [],
  )
})

test('there is no context in e-mail addresses, escapes and cross-references', () => {
  const none = [
    'a@b|',
    'analyst@example|',
    'x1@|',
    '\\@ex|',
    '@fig-|',
    '@fig-map|',
    '@sec:in|',
    '@Tbl-1 shows|',
    'no marker|',
    '|@ex',
  ]
  assert.deepEqual(
    none.filter((text) => at(text) !== undefined),
    [],
  )
  assert.equal(texts('\\\\@ex|'), '@ ~ ex ~ ex')
  assert.equal(texts('@fig|'), '@ ~ fig ~ fig')
})

test('the rest of a key after the caret is replaced, text of another script is not', () => {
  assert.equal(texts('@us-|aiap-2025:I.1.3 says'), '@ ~ us- ~ us-aiap-2025:I.1.3')
  assert.equal(texts('@us-aiap|-2025:I.1.3规定'), '@ ~ us-aiap ~ us-aiap-2025:I.1.3')
  assert.equal(texts('[@us-aiap-2025:|I.1.3, p. 3]'), '@ ~ us-aiap-2025: ~ us-aiap-2025:I.1.3')
  assert.equal(texts('@|k says'), '@ ~  ~ k')
  assert.equal(texts('@|us-aiap-2025:I.1.3规定'), '@ ~  ~ us-aiap-2025:I.1.3')
  assert.equal(texts('@|the plan'), '@ ~  ~ ')
  assert.equal(texts('@export| controls'), '@ ~ export ~ export')
})

test('what follows words of a query, or ends emphasis, is never replaced', () => {
  assert.equal(texts('We cite @export |applies to'), '@ ~ export  ~ export ')
  assert.equal(texts('@export con|trols'), '@ ~ export con ~ export con')
  assert.equal(texts('@exp|ort controls'), '@ ~ exp ~ exp')
  assert.equal(texts('@risk-ba|sed rules'), '@ ~ risk-ba ~ risk-ba')
  assert.equal(texts('@export|/x'), '@ ~ export ~ export')
  assert.equal(texts('_see @export|_'), '@ ~ export ~ export')
  assert.equal(texts('_see @us-aiap|-2025:I.1.3_'), '@ ~ us-aiap ~ us-aiap-2025:I.1.3')
  assert.equal(texts('@{export |applies'), '@{ ~ export  ~ export ')
})

test('the rest of an unknown key is replaced where it begins like one of ours', () => {
  assert.equal(texts('@us-aiap-2025:I.1|.99 says'), '@ ~ us-aiap-2025:I.1 ~ us-aiap-2025:I.1.99')
  assert.equal(texts('@us-|aiap-2024 says'), '@ ~ us- ~ us-aiap-2024')
  assert.equal(texts('@{exp|ort}'), '@{ ~ exp ~ export')
})

test('what a bare key would take in is told', () => {
  const runsOn = ['@ex|规定', '@ex|_', '@ex|/x', '@ex|.5', '@ex|://x', '@ex|-𠮷']
  assert.deepEqual(
    runsOn.filter((marked) => at(marked)?.runsOn !== true),
    [],
  )
  const ends = ['@ex|', '@ex|.', '@ex| x', '@ex|*', '@ex|’s', '@ex|，', '@ex |x']
  assert.deepEqual(
    ends.filter((marked) => at(marked)?.runsOn !== false),
    [],
  )
})

test('a space that ends the query is written again before words', () => {
  const spaced = (marked: string): boolean | undefined => at(marked)?.spaceAfter
  assert.equal(spaced('@export |applies'), true)
  assert.equal(spaced('@export |[p. 3]'), true)
  assert.equal(spaced('@export| applies'), false)
  assert.equal(spaced('@export | applies'), false)
  assert.equal(spaced('[@export |]'), false)
  assert.equal(spaced('@export |.'), false)
  assert.equal(spaced('@export |'), false)
})

test('what stands before and after is told, and what hides a bare key from Pandoc', () => {
  const beside = (marked: string): string | undefined => {
    const context = at(marked)
    return context && `${context.before} ${context.after}${context.glued ? ' glued' : ''}`
  }
  assert.equal(beside('@ex|'), 'edge edge')
  assert.equal(beside('See @ex| and'), 'space space')
  assert.equal(beside('根据@ex|规定'), 'letter letter glued')
  assert.equal(beside('𠮷@ex|𠮷'), 'letter letter glued')
  assert.equal(beside('根据，@ex|。'), 'punctuation punctuation')
  assert.equal(beside('(@ex|)'), 'punctuation punctuation')
  assert.equal(beside('e.g.@ex|'), 'punctuation edge glued')
  assert.equal(beside('x...@ex|'), 'punctuation edge')
  assert.equal(beside('wait....@ex|'), 'punctuation edge glued')
  assert.equal(beside('wait......@ex|'), 'punctuation edge')
  assert.equal(beside('x\\.@ex|'), 'punctuation edge')
  assert.equal(beside('x \\见@ex|'), 'letter edge glued')
  assert.equal(beside('x\\...@ex|'), 'punctuation edge glued')
  assert.equal(beside(' **@ex|**'), 'punctuation punctuation')
  assert.equal(beside(' \\*@ex|'), 'punctuation edge')
  assert.equal(beside('**重点**@ex|'), 'punctuation edge glued')
  assert.equal(beside(' *@ex|*'), 'punctuation punctuation')
  assert.equal(beside('\uFFFC@ex|\uFFFC'), 'punctuation punctuation')
})

test('the brackets around the caret are told, closed or not', () => {
  assert.deepEqual(at('[@ex|]')?.bracket, { start: 0, end: 5, separatorAfter: false })
  assert.deepEqual(at('See [see @ex|')?.bracket, { start: 4, separatorAfter: false })
  assert.deepEqual(at('[see [x] @ex|, p. [3]]')?.bracket, {
    start: 0,
    end: 21,
    separatorAfter: false,
  })
})

test('brackets of links, images and notes are none of a group, nor are escaped ones', () => {
  const outside = [
    '[@ex|](u)',
    '[@ex|][b]',
    '[@ex|]{.x}',
    '![@ex|]',
    '^[@ex|]',
    '\\[@ex|]',
    '[x] @ex|',
    '[x\n@ex|',
    'x] @ex|',
  ]
  assert.deepEqual(
    outside.filter((text) => at(text)?.bracket !== undefined),
    [],
  )
  assert.deepEqual(
    outside.filter((text) => at(text) === undefined),
    [],
  )
})

test('a citation before or after in the same part of a group asks for a separator', () => {
  assert.deepEqual(at('[@k @ex|]')?.bracket, {
    start: 0,
    end: 8,
    separatorBefore: { start: 3, end: 4 },
    separatorAfter: false,
  })
  assert.deepEqual(at('[@k, p. 3， @ex|]')?.bracket?.separatorBefore, { start: 9, end: 11 })
  assert.deepEqual(at('[@k；@ex|]')?.bracket?.separatorBefore, { start: 3, end: 4 })
  assert.equal(at('[@k; @ex|]')?.bracket?.separatorBefore, undefined)
  assert.equal(at('[see @ex|]')?.bracket?.separatorBefore, undefined)
  assert.equal(at('[@ex| @k]')?.bracket?.separatorAfter, true)
  assert.equal(at('[@ex| -@k]')?.bracket?.separatorAfter, true)
  assert.equal(at('[@ex|; @k]')?.bracket?.separatorAfter, false)
})

test('a separator never reaches over a line end', () => {
  assert.deepEqual(at('[@k\n@ex|]')?.bracket?.separatorBefore, { start: 4, end: 4 })
  assert.deepEqual(at('[@k,\r\n  @ex|]')?.bracket?.separatorBefore, { start: 8, end: 8 })
  assert.deepEqual(at('[@k\n@b @ex|]')?.bracket?.separatorBefore, { start: 6, end: 7 })
})

test('a hyphen suppresses the author as Pandoc has it: one alone, or a fourth', () => {
  const marker = (marked: string): string | undefined => texts(marked)?.split(' ~ ')[0]
  assert.equal(marker('-@ex|'), '-@')
  assert.equal(marker('x-@ex|'), '@')
  assert.equal(marker('--@ex|'), '@')
  assert.equal(marker('----@ex|'), '-@')
  assert.equal(marker('\\-@ex|'), '@')
})

test('braces are told, and whether they are closed', () => {
  assert.equal(at('@ex|')?.braces, 'none')
  assert.equal(at('@{ex|')?.braces, 'open')
  assert.equal(at('@{ex|}')?.braces, 'closed')
})

test('a context is found in constant time at the end of a long line', () => {
  const mask = `${'[x @a '.repeat(200_000)} @ex`
  const time = processorTime(() => {
    for (let round = 0; round < 100; round += 1)
      citationContextAt(mask, 0, mask.length, () => false)
  })
  assert.ok(time < 500, `${String(time)} ms`)
})
