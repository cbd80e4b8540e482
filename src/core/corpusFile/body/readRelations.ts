import type { Body } from './bodySections.ts'
import { choiceIn, keyIn, namesIn, sortFields, type OwnFields } from '../fields/fieldValues.ts'
import { placeOf, type SourceText } from '../source/sourceText.ts'
import type { Relation } from '../../corpus/provision.ts'
import { readHeadings, type HeadingRead } from './readHeadings.ts'
import { summaryOf } from './readProvisions.ts'
import { readSectionText } from './sectionText.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** The relations of a file, one a heading, of whatever level; one that lacks a side or its type is left out. */
export function readRelations(
  source: SourceText,
  body: Body,
  log: TroubleLog,
): readonly Relation[] {
  readSectionText(body.preamble, log)
  return readHeadings(source, body, log).flatMap((heading) =>
    heading.label === undefined ? [] : readRelation(heading, source, log),
  )
}

function readRelation(
  heading: HeadingRead,
  source: SourceText,
  log: TroubleLog,
): readonly Relation[] {
  const { summary, facts } = readSectionText(heading.section.blocks, log)
  const list = sortFields(facts, 'relation', 'list', log)
  warnOfMissing(list, heading, log)
  const from = keyIn(list, 'from', log)
  const type = choiceIn(list, 'relation', log)
  const to = keyIn(list, 'to', log)
  if (from === undefined || type === undefined || to === undefined) return []
  const { summary: reason } = summaryOf(summary, list)
  return [
    {
      titles: namesIn(list, heading.title),
      ...(reason && { reason }),
      from,
      type,
      to,
      source: placeOf(source, heading.section.heading),
    },
  ]
}

function warnOfMissing(list: OwnFields, heading: HeadingRead, log: TroubleLog): void {
  for (const name of ['from', 'relation', 'to']) {
    if (list.known.has(name)) continue
    log.add(
      'relation.missing-field',
      heading.section.heading,
      sentence`The relation ${quoted(heading.title)} has no \`${name}\`, so it is left out.`,
      sentence`Write \`from\`, \`relation\` and \`to\` in its list.`,
    )
  }
}
