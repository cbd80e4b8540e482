import type { Body } from './bodySections.ts'
import { keysIn, namesIn, sortFields, textsIn } from '../fields/fieldValues.ts'
import { placeOf, type SourceText } from '../source/sourceText.ts'
import type { Term } from '../../corpus/provision.ts'
import { readHeadings } from './readHeadings.ts'
import { readSectionText } from './sectionText.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** The terms of a glossary, one a heading, of whatever level; one without a label is left out. */
export function readTerms(source: SourceText, body: Body, log: TroubleLog): readonly Term[] {
  readSectionText(body.preamble, log)
  return readHeadings(source, body, log).flatMap((heading) => {
    if (heading.label === undefined) return []
    const { facts } = readSectionText(heading.section.blocks, log)
    const list = sortFields(facts, 'term', 'list', log)
    return {
      names: namesIn(list, heading.title),
      aliases: textsIn(list, 'aliases', log),
      about: keysIn(list, 'about', log),
      source: placeOf(source, heading.section.heading),
    }
  })
}
