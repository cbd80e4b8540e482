import type { MissingOfArticle } from '../core/bibliography/articles.ts'
import type { Problem } from '../core/features/problems/problem.ts'
import { instrumentIdOf } from '../core/corpus/key.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import type { OutdatedBibliography } from '../core/features/problems/outdatedBibliography.ts'
import type { OtherCount, OtherLead, SpokenKind } from '../core/features/problems/statements.ts'
import type { OtherStrength } from '../core/features/problems/strength/otherStrengths.ts'
import type { UnreadReason } from '../core/report/unread.ts'
import type { UnsupportedClaim } from '../core/features/problems/unsupportedClaims.ts'
import { quotationText } from './quotationText.ts'
import {
  amendmentsText,
  dayText,
  endedText,
  listIn,
  mismatchText,
  startsText,
  strengthText,
} from './wording.ts'
import { wordsIn } from './words.ts'

/** What is wrong, in a sentence in the reader’s language. */
export function problemText(problem: Problem, language: Language): string {
  const t = wordsIn(language)
  switch (problem.code) {
    case 'citation.unknown-key':
      return t(
        'No provision of the corpus has the key {0}: correct it, or choose another provision.',
        problem.key,
      )
    case 'citation.malformed-key':
      return t(
        '{0} is not written as the keys of {1} are: correct it, or choose a provision.',
        problem.key,
        instrumentIdOf(problem.key),
      )
    case 'citation.unknown-locator':
      return t(
        '“{0}” leads to no single place in {1}: choose a place that is there, or cite only {1}.',
        problem.step,
        problem.provision.key,
      )
    case 'citation.other-case':
      return t('Keys are case-sensitive: this one is written {0}.', problem.provision.key)
    case 'citation.swallowed-text':
      return t(
        'Pandoc reads {0} as the key: put {1} in brackets or a space behind it.',
        problem.key,
        problem.provision.key,
      )
    case 'citation.glued':
      return gluedText(language)
    case 'citation.not-read':
      return notReadText(problem.key, problem.reason, language)
    case 'citation.part-without-key':
      return t(
        'Pandoc reads no citation in these brackets, because this part has no key: each part between “;” needs one.',
      )
    case 'citation.text-in-locator':
      return t(
        'This clause stands within the brackets of a citation, and is printed as a part of its locator: move it out.',
      )
    case 'citation.full-width':
      return t(
        'Pandoc does not read “{0}” in a citation: use “{1}”.',
        problem.found,
        problem.mark.replacement.trim(),
      )
    case 'citation.former-key':
      return t('{0} is called {1} today: cite that.', problem.former, problem.provision.key)
    case 'citation.no-longer-in-force':
      return endedText(problem.instrument, language) ?? ''
    case 'citation.deleted':
      return t(
        '{0} was deleted by {1}: cite what stands now, or say that it was deleted.',
        problem.provision.key,
        amendmentsText(problem.by, language),
      )
    case 'citation.not-yet-applicable':
      return t(
        '{0} does not apply yet: say that it applies from {1}.',
        problem.provision.key,
        startsText(problem.starts, language),
      )
    case 'citation.amended':
      return t(
        'This report is of {0}; {1} was amended after that by {2}. Say which text you mean.',
        dayText(problem.day, language),
        problem.provision.key,
        amendmentsText(problem.by, language),
      )
    case 'bibliography.incomplete':
      return incompleteText(problem.missing, language)
    case 'bibliography.filter-advised':
      return t(
        'In the style {0} Pandoc prints places behind addresses, or not at all. The filter that “Set Up Pandoc and Quarto” adds puts them where they belong.',
        problem.style,
      )
    case 'bibliography.outdated':
      return outdatedText(problem, language)
    case 'report.malformed-day':
      return t(
        '“{0}” is no day of the calendar and is ignored: write it as 2026-07-27.',
        problem.text,
      )
    case 'claim.not-in-instrument':
      return unsupportedText(problem, language)
    case 'statement.other-lead':
      return otherLeadText(problem, language)
    case 'statement.other-count':
      return otherCountText(problem, language)
    case 'statement.other-date':
      return t(
        'The corpus has another day for {0}: {1}. Correct the day, or say what happened on it.',
        problem.provision.key,
        startsText(problem.starts, language),
      )
    case 'statement.other-strength':
      return otherStrengthText(problem, language)
    case 'quotation.altered':
    case 'quotation.stitched':
    case 'quotation.sense-changed':
    case 'quotation.elsewhere':
    case 'quotation.not-found':
    case 'quotation.superseded-wording':
    case 'quotation.later-wording':
    case 'quotation.whose-words':
      return quotationText(problem, language)
    case 'ignore.unused':
      return problem.written === undefined
        ? t('Nothing is found that this comment would ignore: take it out.')
        : t('Nothing is found that “{0}” would ignore here: take it out.', problem.written)
    case 'ignore.unknown-code':
      return t(
        'No finding has the code “{0}”, so it ignores nothing: write a code that there is; a reason stands behind a colon.',
        problem.written,
      )
    case 'citation.page-outside-document':
    case 'citation.page-not-of-measure':
      return mismatchText(problem.mismatch, language)
  }
}

function gluedText(language: Language): string {
  const t = wordsIn(language)
  return t(
    'Pandoc sees no citation here, because “@” follows a letter, a digit or a period: use brackets.',
  )
}

/** What Pandoc takes a key for that it does not read as a citation. */
function notReadText(key: string, reason: UnreadReason, language: Language): string {
  const t = wordsIn(language)
  switch (reason) {
    case 'tex':
      return t('Pandoc reads no citation in raw TeX.')
    case 'example':
      return t(
        'Pandoc takes {0} for the number of an example, not for a citation: use brackets.',
        key,
      )
    case 'address':
      return gluedText(language)
  }
}

/** Whom the instrument does name as lead. */
function otherLeadText({ agency, measure, leads }: OtherLead, language: Language): string {
  const t = wordsIn(language)
  return t(
    'Lead of {0}: {1}, not {2}. Correct the agency, or say whose account it is.',
    measure.key,
    listIn(
      language,
      leads.map(({ code, agency: lead }) => (lead ? nameIn(lead.names, language) : code)),
    ),
    nameIn(agency.names, language),
  )
}

/** What is not known of an article. */
function incompleteText(missing: readonly MissingOfArticle[], language: Language): string {
  const t = wordsIn(language)
  const words = { headline: t('headline'), outlet: t('newspaper or site'), url: t('address') }
  const named = missing.map((name) => words[name])
  return t(
    'The reference list cannot lead readers to this article. Add to its corpus file, or to the bibliography: {0}.',
    listIn(language, named),
  )
}

/** What a bibliography file lacks, and what of it is no longer so. */
function outdatedText(
  { path, lacking, changed }: OutdatedBibliography,
  language: Language,
): string {
  const t = wordsIn(language)
  const sentences = [
    ...(lacking.length === 0
      ? []
      : [t('Cited, but not in the bibliography: {0}.', listed(lacking, language))]),
    ...(changed.length === 0
      ? []
      : [t('Changed since it was written to {0}: {1}.', path, listed(changed, language))]),
  ]
  return sentences.join(language === 'en' ? ' ' : '')
}

/** The first few of `names`, and how many more there are. */
function listed(names: readonly string[], language: Language): string {
  const t = wordsIn(language)
  const first = listIn(language, names.slice(0, mostNamed))
  const more = names.length - mostNamed
  return more > 0 ? t('{0} and {1} more', first, more) : first
}

/** So many keys are named in one message. */
const mostNamed = 3

/** What the corpus counts; another count may be right where it counts something else. */
function otherCountText({ instrument, counted, kind }: OtherCount, language: Language): string {
  const t = wordsIn(language)
  return t(
    '{0}, counted one by one: {1}. Correct the number, or say what you count.',
    nameIn(instrument.shortTitle ?? instrument.titles, language),
    countText(counted, kind, language),
  )
}

/** So many of what a sentence counts: `103 recommended actions`. */
function countText(count: number, kind: SpokenKind, language: Language): string {
  const t = wordsIn(language)
  switch (kind) {
    case 'action':
      return t('{0} recommended actions', count)
    case 'recommendation':
      return t('{0} recommendations', count)
    case 'article':
      return t('{0} articles', count)
    case 'pillar':
      return t('{0} pillars', count)
    case 'chapter':
      return t('{0} chapters', count)
    case 'annex':
      return t('{0} annexes', count)
    case 'recital':
      return t('{0} recitals', count)
    case 'goal':
      return t('{0} goals', count)
    case 'target':
      return t('{0} targets', count)
    case 'function':
      return t('{0} functions', count)
    case 'category':
      return t('{0} categories', count)
    case 'subcategory':
      return t('{0} subcategories', count)
    case 'principle':
      return t('{0} principles', count)
  }
}

/** How the text puts what the sentence puts otherwise. */
function otherStrengthText(
  { said, provision, strength, isStronger }: OtherStrength,
  language: Language,
): string {
  const t = wordsIn(language)
  if (strength === undefined)
    return t(
      '“{0}” is more than {1} does: it binds nobody, forbids nothing and spends nothing by itself. Say what it plans or recommends.',
      said,
      provision.key,
    )
  const put = strengthText(strength, language)
  return isStronger
    ? t(
        '“{0}” is stronger than the text of {1} ({2}): put it as the text does.',
        said,
        provision.key,
        put,
      )
    : t(
        '“{0}” is weaker than the text of {1} ({2}): put it as the text does.',
        said,
        provision.key,
        put,
      )
}

/** What the instrument does say, and who said the other thing. */
function unsupportedText(
  { name, claim, instrument }: UnsupportedClaim,
  language: Language,
): string {
  const t = wordsIn(language)
  const title = nameIn(instrument.shortTitle ?? instrument.titles, language)
  const speaker = claim.claim?.speaker
  const origin = claim.claim?.origin
  return [
    t('{0} does not contain “{1}”.', title, name),
    speaker === undefined
      ? t('It is said in {0}: cite that.', claim.key)
      : t('It is said by {0} in {1}: cite that.', nameIn(speaker, language), claim.key),
    ...(origin === undefined ? [] : [nameIn(origin, language)]),
  ].join(language === 'en' ? ' ' : '')
}
