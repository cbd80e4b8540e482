import type { Rank } from '../core/features/explanation.ts'
import type { Language } from '../core/corpus/language.ts'
import type { Evidence } from '../core/search/evidence.ts'
import type { FavourReason } from '../core/search/favour.ts'
import { wordsIn } from './words.ts'

/** Why a provision stands where it stands: `“chips” in the title, begun · cited in this report`. */
export function rankText({ evidence, shared, favour }: Rank, language: Language): string {
  const t = wordsIn(language)
  return [
    ...evidence.map((one) => evidenceText(one, language)),
    ...(shared.length === 0 ? [] : [t('shares {0}', shared.join(', '))]),
    ...favour.map((reason) => favourText(reason, language)),
  ].join(' · ')
}

function evidenceText({ typed, field, how, text, span }: Evidence, language: Language): string {
  const t = wordsIn(language)
  const found = text.slice(span.start, span.end)
  const where = fieldText(field, language)
  const reason = howText(how, language)
  if (how === 'whole' && found.toLowerCase() === typed) return t('“{0}” in {1}', typed, where)
  return t('“{0}” finds “{1}” in {2} ({3})', typed, found, where, reason)
}

function fieldText(field: Evidence['field'], language: Language): string {
  const t = wordsIn(language)
  switch (field) {
    case 'key':
      return t('the key')
    case 'title':
      return t('a title')
    case 'alias':
      return t('an alias')
    case 'term':
    case 'summaryTerm':
      return t('a term of the glossary')
    case 'lead':
    case 'through':
    case 'with':
      return t('an agency')
    case 'parentAgency':
      return t('the parent of an agency')
    case 'issuer':
      return t('the issuer')
    case 'ref':
      return t('what it refers to')
    case 'kind':
      return t('its kind')
    case 'page':
      return t('the page')
    case 'phrase':
      return t('a search phrase')
    case 'official':
      return t('the official text')
    case 'summary':
      return t('the summary')
  }
}

function howText(how: Evidence['how'], language: Language): string {
  const t = wordsIn(language)
  switch (how) {
    case 'whole':
      return t('the same word')
    case 'plural':
    case 'stem':
      return t('another form')
    case 'prefix':
    case 'beyond':
      return t('begins so')
    case 'joined':
      return t('written as one')
    case 'inside':
      return t('inside the word')
    case 'pinyin':
      return t('pinyin')
    case 'meaning':
      return t('means the same')
    case 'typo':
    case 'begunTypo':
      return t('with a typing error')
  }
}

function favourText(reason: FavourReason, language: Language): string {
  const t = wordsIn(language)
  switch (reason) {
    case 'cited':
      return t('cited in this report')
    case 'sectionCited':
      return t('in the section that this report cites most')
    case 'recent':
      return t('cited lately')
  }
}
