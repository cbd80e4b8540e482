import { findFrontMatter, ofCorpusFiles } from '../../text/frontMatter.ts'
import { sliceSpan, type Span } from '../../text/span.ts'
import { lineText, type SourceText } from '../source/sourceText.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { readYamlFields, type YamlField } from './yamlFields.ts'

/** The front matter of a corpus file, its YAML read. */
export interface CorpusFrontMatter {
  /** In the order of the file; a name may stand twice. */
  readonly fields: readonly YamlField[]
  /** From the first line to the closing one. */
  readonly span: Span
  /** The offset of the line ending that closes it, or of the end of the text. */
  readonly bodyStart: number
}

/** Front matter with more UTF-16 units is refused. */
const longestFrontMatter = 65_536

/** The front matter. Without one, or when its YAML cannot be read, a trouble and `undefined`. */
export function readCorpusFrontMatter(
  source: SourceText,
  log: TroubleLog,
): CorpusFrontMatter | undefined {
  const { content, end } = findFrontMatter(source.text, 0, ofCorpusFiles) ?? {}
  if (content === undefined || end === undefined) {
    addMissing(source, log)
    return undefined
  }
  if (content.end - content.start > longestFrontMatter) {
    addTooLong(content, log)
    return undefined
  }
  const fields = readYamlFields(sliceSpan(source.text, content), content.start, log)
  return fields && { fields, span: { start: 0, end }, bodyStart: end }
}

function addMissing(source: SourceText, log: TroubleLog): void {
  log.add(
    'file.no-front-matter',
    { start: 0, end: lineText(source, 0).trimEnd().length },
    sentence`The file does not begin with front matter between two lines of \`---\`.`,
    sentence`Begin the file with \`---\`, then \`id:\`, \`type:\` and \`title:\`, then \`---\`.`,
  )
}

function addTooLong({ start, end }: Span, log: TroubleLog): void {
  log.add(
    'file.malformed-yaml',
    { start: 0, end: start },
    sentence`The front matter has ${end - start} characters; ${longestFrontMatter} are the most that are read.`,
    sentence`Shorten it: summaries and facts stand under the headings.`,
  )
}
