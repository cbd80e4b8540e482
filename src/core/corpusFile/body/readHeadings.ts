import type { Body, Section } from './bodySections.ts'
import { splitHeading, type HeaderAttributes } from './headerAttributes.ts'
import type { SourceText } from '../source/sourceText.ts'
import { headingText } from '../source/plainText.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import type { PlacedText } from '../fields/yamlFields.ts'

/** A heading taken apart, good or not. */
export interface HeadingRead {
  readonly section: Section
  readonly title: string
  /** The label without its `#`; `undefined` when it cannot be used, which a trouble has said. */
  readonly label: PlacedText | undefined
  readonly attributes: HeaderAttributes | undefined
}

/** Takes all headings of `body` apart. What makes one useless is a trouble. */
export function readHeadings(
  source: SourceText,
  body: Body,
  log: TroubleLog,
): readonly HeadingRead[] {
  return body.sections.map((section) => {
    const { title, attributes } = splitHeading(source.text, section.content)
    const words = headingText(source.text.slice(title.start, title.end))
    const label = onlyLabel(attributes, section, log)
    if (label !== undefined && words === '') {
      log.add(
        'heading.no-title',
        section.heading,
        sentence`The heading ${quoted(`#${label.text}`)} has no title.`,
        sentence`Write the title before the braces.`,
      )
      return { section, title: words, label: undefined, attributes }
    }
    return { section, title: words, label, attributes }
  })
}

/** The one label of a heading, unless what stands in the braces is of no use. */
function onlyLabel(
  attributes: HeaderAttributes | undefined,
  section: Section,
  log: TroubleLog,
): PlacedText | undefined {
  const [label, second] = attributes?.labels ?? []
  const stray = attributes?.strays.at(0) ?? second
  if (stray !== undefined) {
    log.add(
      'heading.malformed-attributes',
      stray.span,
      stray === second
        ? sentence`${quoted(stray.text)} cannot stand in the braces of a heading that has a label.`
        : sentence`${quoted(stray.text)} cannot stand in the braces of a heading.`,
      sentence`Write one label and pairs without blanks: \`{#I.1 kind=section page=3}\`.`,
    )
    return undefined
  }
  if (label !== undefined) return label
  log.add(
    'heading.no-label',
    section.heading,
    sentence`The heading has no label, so no key can name it.`,
    sentence`End it with its label in braces, such as \`{#I.1.3}\`.`,
  )
  return undefined
}
