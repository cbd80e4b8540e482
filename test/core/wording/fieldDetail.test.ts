import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  fields,
  type FieldOwner,
  type FieldSite,
} from '../../../src/core/corpusFile/fields/fields.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { suggestFields, type FieldDetail } from '../../../src/core/features/corpusFields.ts'
import { fieldDetailText } from '../../../src/wording/fieldDetail.ts'
import { wordsIn } from '../../../src/wording/words.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

/** The type of file that each owner of fields stands in. */
const fileTypes: Readonly<Record<FieldOwner, string>> = {
  instrument: 'plan',
  register: 'register',
  relations: 'relations',
  glossary: 'glossary',
  division: 'plan',
  measure: 'plan',
  claim: 'plan',
  agency: 'register',
  relation: 'relations',
  term: 'glossary',
}

/** The beginning of a corpus file, up to where a field of `owner` can be written at `site`. */
function fileUpTo(owner: FieldOwner, site: FieldSite): string {
  const front = `---\ntype: ${fileTypes[owner]}\n`
  if (site === 'front matter') return front
  if (site === 'heading') return `${front}---\n\n# M {#1 `
  if (owner === 'instrument') return `${front}---\n\n- `
  const kinds = { division: ' kind=section', claim: ' kind=claim' }
  const kind = owner === 'division' || owner === 'claim' ? kinds[owner] : ''
  return `${front}---\n\n# M {#1${kind}}\n\n- `
}

function detailOf(text: string, wanted: string): FieldDetail {
  const items = suggestFields(text, text.length, corpus)?.items ?? []
  const item = items.find((one) => one.text.replace(/(?:=|: )$/u, '') === wanted)
  return item?.detail ?? assert.fail(`no ${wanted} with a detail in ${JSON.stringify(text)}`)
}

function textIn(detail: FieldDetail, language: Language): string {
  return fieldDetailText(detail, language, wordsIn(language))
}

/** The English words of a detail that are neither values to type nor names of standards. */
function englishIn(text: string): readonly string[] {
  const own = text
    .replace(/`[^`]*`|[\w-]+（/gu, '')
    .replace(/\b(?:CELEX|ELI|ISO|PDF|YAML|StratML)\b/gu, '')
  return own.match(/[a-z]+/giu) ?? []
}

suite('the detail of a field', () => {
  for (const { name, site, owners, meaning } of fields) {
    for (const owner of owners) {
      test(`says what \`${name}\` in the ${site} of a ${owner} means, also in Chinese`, () => {
        const detail = detailOf(fileUpTo(owner, site), name)
        assert.equal(textIn(detail, 'en'), meaning.template)
        for (const language of ['zh-Hans', 'zh-Hant'] as const) {
          const text = textIn(detail, language)
          assert.match(text, /\p{Script=Han}/u)
          assert.deepEqual(englishIn(text), [], text)
        }
      })
    }
  }
})

suite('the detail of a value', () => {
  const head = '---\nid: p\ntype: plan\ntitle: P\n---\n\n# M {#1}\n\n'

  test('of an agency or a provision is its name in the reader’s language', () => {
    const agency = detailOf(`${head}- lead: `, 'PORT')
    const provision = detailOf(`${head}- same-as: xx-lantern-2031:I.1.2`, 'xx-lantern-2031:I.1.2')
    const inSimplified = [agency, provision].map((detail) => textIn(detail, 'zh-Hans'))
    assert.deepEqual(inSimplified, ['港务局', '培训起重机司机转任监督员'])
  })
})
