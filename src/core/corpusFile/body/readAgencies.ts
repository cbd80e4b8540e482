import type { Body } from './bodySections.ts'
import {
  isAgencyCode,
  namesIn,
  sortFields,
  textIn,
  textsIn,
  type OwnFields,
} from '../fields/fieldValues.ts'
import { lineAt, placeOf, type SourceText } from '../source/sourceText.ts'
import type { Agency } from '../../corpus/provision.ts'
import { readHeadings, type HeadingRead } from './readHeadings.ts'
import { readSectionText } from './sectionText.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import type { PlacedText } from '../fields/yamlFields.ts'

/** The agencies of the register, one a heading, of whatever level. Of two with one code the first holds. */
export function readAgencies(source: SourceText, body: Body, log: TroubleLog): readonly Agency[] {
  readSectionText(body.preamble, log)
  const agencies = new Map<string, Agency>()
  for (const heading of readHeadings(source, body, log)) {
    const code = codeOf(heading, log)
    if (code === undefined) continue
    const first = agencies.get(code.text)
    if (first === undefined) agencies.set(code.text, readAgency(code.text, heading, source, log))
    else {
      log.add(
        'agency.duplicate',
        code.span,
        sentence`The code \`${code.text}\` is given twice: first on line ${first.source.line}, which holds, and on line ${lineAt(source, code.span.start) + 1}.`,
        sentence`Remove one of the two, or give it another code.`,
      )
    }
  }
  return [...agencies.values()]
}

function codeOf(heading: HeadingRead, log: TroubleLog): PlacedText | undefined {
  const { label } = heading
  if (label === undefined || isAgencyCode(label.text)) return label
  log.add(
    'heading.malformed-label',
    label.span,
    sentence`The label ${quoted(label.text)} is not written as the codes of agencies are.`,
    sentence`Write letters and digits joined by hyphens, a letter first: \`{#OSTP}\`.`,
  )
  return undefined
}

function readAgency(
  code: string,
  heading: HeadingRead,
  source: SourceText,
  log: TroubleLog,
): Agency {
  const { facts } = readSectionText(heading.section.blocks, log)
  const list = sortFields(facts, 'agency', 'list', log)
  const parent = readParent(list, log)
  return {
    code,
    names: namesIn(list, heading.title),
    aliases: textsIn(list, 'aliases', log),
    ...(parent && { parent }),
    ...(list.extra.size === 0 ? {} : { extra: list.extra }),
    source: placeOf(source, heading.section.heading),
  }
}

function readParent(list: OwnFields, log: TroubleLog): string | undefined {
  const parent = textIn(list, 'parent')
  if (parent === undefined || isAgencyCode(parent)) return parent
  log.add(
    'field.malformed',
    list.known.get('parent')?.span ?? { start: 0, end: 0 },
    sentence`\`parent\` holds ${quoted(parent)}, which is no agency code.`,
    sentence`Write the code of one body of the register.`,
  )
  return undefined
}
