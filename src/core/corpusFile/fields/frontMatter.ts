import type { Span } from '../../text/span.ts'
import { lineText, type SourceText } from '../source/sourceText.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { readYamlFields, type YamlField } from './yamlFields.ts'

/** The front matter of a corpus file. */
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

/**
 * The front matter: from a first line `---` to the next line `---` or `...` (as Pandoc's
 * yaml_metadata_block). Without one, or when its YAML cannot be read, a trouble and `undefined`.
 */
export function readCorpusFrontMatter(
  source: SourceText,
  log: TroubleLog,
): CorpusFrontMatter | undefined {
  const closing = closingLine(source)
  if (closing === undefined) {
    log.add(
      'file.no-front-matter',
      { start: 0, end: lineText(source, 0).trimEnd().length },
      sentence`The file does not begin with front matter between two lines of \`---\`.`,
      sentence`Begin the file with \`---\`, then \`id:\`, \`type:\` and \`title:\`, then \`---\`.`,
    )
    return undefined
  }
  const start = source.lineStarts[1] ?? 0
  const end = source.lineStarts[closing] ?? start
  if (end - start > longestFrontMatter) {
    log.add(
      'file.malformed-yaml',
      { start: 0, end: start },
      sentence`The front matter has ${end - start} characters; ${longestFrontMatter} are the most that are read.`,
      sentence`Shorten it: summaries and facts stand under the headings.`,
    )
    return undefined
  }
  const fields = readYamlFields(source.text.slice(start, end), start, log)
  const bodyStart = end + lineText(source, closing).replace(/[\r\n]+$/, '').length
  return fields && { fields, span: { start: 0, end: bodyStart }, bodyStart }
}

function closingLine(source: SourceText): number | undefined {
  if (lineText(source, 0).trimEnd() !== '---') return undefined
  for (let line = 1; line < source.lineStarts.length; line += 1) {
    if (/^(?:---|\.\.\.)\s*$/.test(lineText(source, line))) return line
  }
  return undefined
}
