import type { Quotation } from '../../../report/quotations.ts'
import type { CitedSentence, Report } from '../../../report/report.ts'
import { writtenDates } from '../../../words/writtenDates.ts'

/** Whether a version is older or newer than the one that a report means. */
export type VersionAge = 'older' | 'newer'

const words: Readonly<Record<VersionAge, RegExp>> = {
  older:
    /\bas (?:originally )?(?:adopted|published|enacted)\b|\boriginal(?:ly)?\b|\bformer(?:ly)?\b|\bprevious(?:ly)?\b|\bsuperseded\b|[原旧舊](?:文本|条文|條文|规定|規定)|修[改订訂正]前/iu,
  newer:
    /\bas amended\b|\b(?:amended|consolidated|new) (?:text|version|wording)\b|(?:新|现行|現行)(?:文本|条文|條文|规定|規定)|修[改订訂正][后後]/iu,
}

/** Whether the sentences with `quotation` say themselves, outside of it and behind its key, that it is of the text of `day`: by the date, or in words. */
export function saysWhichText(
  report: Report,
  quotation: Quotation,
  age: VersionAge,
  day: string,
): boolean {
  const beside = [
    ...sentencesWith(report, quotation).map((sentence) => wordsBeside(sentence, quotation)),
    ...quotation.citations.map((citation) => report.suffixOf(citation).text),
  ]
  return beside.some(
    (said) => words[age].test(said) || writtenDates(said).some(({ date }) => day.startsWith(date)),
  )
}

function sentencesWith(report: Report, { span, citations }: Quotation): readonly CitedSentence[] {
  const starts = [span.start, ...citations.map(({ keySpan }) => keySpan.start)]
  return starts
    .flatMap((start) => report.sentencesAround(start))
    .filter(
      (sentence) =>
        (sentence.span.start < span.end && span.start < sentence.span.end) ||
        citations.some((citation) => sentence.citations.includes(citation)),
    )
}

/** The words of the sentence before and behind the quotation. */
function wordsBeside(sentence: CitedSentence, { span }: Quotation): string {
  const at = (offset: number): number => Math.max(0, offset - sentence.span.start)
  return `${sentence.words.slice(0, at(span.start))}\n${sentence.words.slice(at(span.end))}`
}
