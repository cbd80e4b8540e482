import type { Names } from '../../corpus/language.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleCode } from '../../corpus/trouble.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { namesIn, splitTexts, type OwnFields } from './fieldValues.ts'
import { translationsOf } from './headValues.ts'

/**
 * The texts that the field `name` holds, `english`, each with its translations, which stand in the same
 * order in `<name>-zh-Hans` and so on. One of these that has more or fewer is a trouble, `code`, and left out.
 */
export function namesInOrder(
  own: OwnFields,
  name: string,
  english: readonly string[],
  code: TroubleCode,
  log: TroubleLog,
): readonly Names[] {
  const translated = translationsOf(own, name).flatMap((field) => {
    const texts = splitTexts(field, log)
    if (texts.length === english.length) return [{ field, texts }]
    log.add(
      code,
      field.span,
      sentence`\`${field.name}\` has ${texts.length} texts, \`${name}\` has ${english.length}.`,
      sentence`Write each in the same order, separated by \`;\`.`,
    )
    return []
  })
  return english.map((text, at) => {
    const known = new Map(
      translated.map(({ field, texts }) => [field.name, { ...field, value: texts[at] ?? '' }]),
    )
    return namesIn({ known, extra: new Map() }, text, `${name}-`)
  })
}
