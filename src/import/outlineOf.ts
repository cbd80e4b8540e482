import { isCalendarDate } from '../core/corpus/calendarDate.ts'
import type { InstrumentType, MeasureKind } from '../core/corpus/provision.ts'
import type { Aside, Outline, Part, Unread } from '../core/official/outline.ts'
import { addAll } from '../core/text/lists.ts'
import { beginningOf } from './beginning.ts'
import type { FieldMap } from '../core/corpus/imports/fieldMap.ts'
import { readData } from './data/readData.ts'
import { DocumentError, found } from './documentError.ts'
import { readText, type DecodedText } from './encoding/readText.ts'
import { readHtmlTree } from './html/htmlTree.ts'
import { outlineOfPage } from './html/readHtml.ts'
import { readMarkdown } from './markdown/readMarkdown.ts'
import type { MarkupElement } from './markup/element.ts'
import { beginsLikeZip, readOffice } from './office/readOffice.ts'
import { isLaw } from './lawRule.ts'
import { withoutNotesAndContents, withoutPlace } from './notesAndContents.ts'
import { drawnPages } from './pdf/drawn/drawnPages.ts'
import { pdfOutline } from './pdf/pdfOutline.ts'
import { usualLimits, type ReadingLimits } from './readingLimits.ts'
import { foreignFormat, foundInstead } from './refused/foreignFormat.ts'
import { refusePageInstead, refuseTextInstead } from './refused/pageInstead.ts'
import { isPlainLaw, readPlainLaw } from './running/plainText.ts'
import { readXml } from './xml/readXml.ts'
import { readXmlTree } from './xml/xmlTree.ts'

/**
 * The outline of a document, by the format that its first characters show: PDF, XML, HTML, a list in JSON, YAML
 * or CSV, and else Markdown or plain text. `map` says which fields of a list are what.
 *
 * @throws DocumentError where nothing can be read of it.
 */
export async function outlineOf(
  bytes: Uint8Array,
  map?: FieldMap,
  limits = usualLimits,
): Promise<Outline> {
  const whole = withRealDay(withRealTitle(await read(bytes, limits, map)))
  const outline = withPreambleListed(withoutNotesAndContents(whole))
  const type = outline.type ?? typeOf(outline)
  return type === undefined ? outline : withoutSurroundings({ ...outline, type })
}

async function read(bytes: Uint8Array, limits: ReadingLimits, map?: FieldMap): Promise<Outline> {
  if (beginsLikePdf(bytes)) return withWords(pdfOutline(await drawnPages(bytes, limits)))
  if (beginsLikeZip(bytes)) return withWords(readOffice(bytes))
  const foreign = foreignFormat(bytes)
  if (foreign !== undefined) throw foreign
  const { text, misread } = textOf(bytes)
  const outline = outlineOfText(text, map)
  if (misread === 0) return outline
  const what = `characters that are not of its encoding: ${misread}`
  return { ...outline, unread: [{ where: 'file', what }, ...outline.unread] }
}

/** A title without a letter or a digit is none. */
function withRealTitle(outline: Outline): Outline {
  const { title, ...others } = outline
  return title === undefined || /[\p{L}\p{N}]/u.test(title) ? outline : others
}

/** A day that is none of the calendar is listed. */
function withRealDay(outline: Outline): Outline {
  const { issued, ...others } = outline
  if (issued === undefined || isCalendarDate(issued)) return outline
  return { ...others, unread: [{ where: 'file', what: `date: ${issued}` }, ...others.unread] }
}

/** The outline of a document with words. @throws DocumentError where it only has pictures. */
function withWords(outline: Outline): Outline {
  const { parts, text = '', asides = [] } = outline
  const beside = asides.reduce((sum, aside) => sum + aside.text.length, 0)
  const mostBeside = 60 * Math.max(1, outline.pageNumbers?.length ?? 1)
  if (parts.length > 0 || text !== '' || beside > mostBeside) return outline
  throw new DocumentError('no text', 'no words in it')
}

function outlineOfText(source: string, map?: FieldMap): Outline {
  refuseTextInstead(source)
  switch (beginningOf(source)) {
    case 'html':
      return readPage(source)
    case 'xhtml':
      return readXhtml(source)
    case 'xml':
      return readXml(source)
    case 'text':
      return (
        readData(source, map) ?? (isPlainLaw(source) ? readPlainLaw(source) : readMarkdown(source))
      )
  }
}

/** `%PDF-` may stand behind other bytes (ISO 32000-1, annex H.3.4.1). */
function beginsLikePdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  return start.includes('%PDF-')
}

function textOf(bytes: Uint8Array): DecodedText {
  const read = readText(bytes)
  if (read?.text.trim() === '') throw foundInstead(found.nothing)
  if (read === undefined || read.text.includes('\0'))
    throw new DocumentError('unknown format', 'neither a PDF nor a text')
  return read
}

/** A page of HTML. @throws DocumentError where a site gave it in place of a document. */
function readPage(source: string): Outline {
  return documentOfPage(readHtmlTree(source))
}

function documentOfPage(root: MarkupElement): Outline {
  const outline = outlineOfPage(root, outlineOfPlain)
  refusePageInstead(root, outline)
  return outline
}

/** A text that a page shows as it stands, which is Markdown where it has its headings or bullets. */
function outlineOfPlain(text: string): Outline {
  return /^(?:#{1,6}|[*-]) +\S|^```/mu.test(text) ? readMarkdown(text) : readPlainLaw(text)
}

/** What stands below the title of a document, before its first part, is no provision, and listed. */
function withPreambleListed(outline: Outline): Outline {
  const preambles = outline.parts.filter(
    ({ level, heading, label, parts, text }) =>
      level === 'division' &&
      heading === outline.title &&
      label === undefined &&
      parts.length > 0 &&
      text !== '',
  )
  if (preambles.length === 0) return outline
  const listed = preambles.map(({ text }): Unread => {
    const excerpt = text.replaceAll(/\s+/gu, ' ')
    return {
      where: 'below the title',
      what: excerpt.length > 80 ? `${excerpt.slice(0, 80)}…` : excerpt,
    }
  })
  return { ...outline, unread: [...outline.unread, ...listed] }
}

/** A page in XHTML, as XML where it is that, as HTML where it only says so. */
function readXhtml(source: string): Outline {
  try {
    return documentOfPage(readXmlTree(source))
  } catch (error) {
    if (error instanceof DocumentError && error.reason === 'malformed') return readPage(source)
    throw error
  }
}

/**
 * An act or order without what a page puts around it: headings that hold no measure, and its own title. Their
 * words stand beside all parts.
 */
function withoutSurroundings(outline: Outline): Outline {
  if (outline.type !== 'act' && outline.type !== 'order') return outline
  const left: Unread[] = []
  const asides: Aside[] = []
  const leaveOut = (part: Part): void => {
    const text = [part.printed ?? part.heading ?? [], part.text].flat().join('\n\n').trim()
    if (text !== '') asides.push({ kind: 'text', text })
    addAll(asides, part.asides ?? [])
  }
  const kept = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => {
      if (part.level === 'measure') return part
      if (part.kind !== undefined) return { ...part, parts: kept(part.parts) }
      if (part.parts.length === 0) {
        left.push({ where: 'heading', what: part.heading ?? part.text.slice(0, 60) })
        leaveOut(part)
        return []
      }
      if (part.heading !== outline.title) return { ...part, parts: kept(part.parts) }
      leaveOut(part)
      return kept(part.parts).map(withoutPlace)
    })
  const parts = kept(outline.parts)
  return {
    ...outline,
    parts,
    ...(asides.length > 0 && { asides: [...(outline.asides ?? []), ...asides] }),
    unread: [...outline.unread, ...left],
  }
}

/** What the kinds of its parts show: articles make an act, and sections that are measures an order, where these make a law at all. */
function typeOf({ parts }: Outline): InstrumentType | undefined {
  if (!isLaw(parts)) return undefined
  return countOf(parts, 'article') > countOf(parts, 'section') ? 'act' : 'order'
}

function countOf(parts: readonly Part[], kind: MeasureKind): number {
  return parts.reduce(
    (sum, part) =>
      sum + (part.level === 'measure' && part.kind === kind ? 1 : 0) + countOf(part.parts, kind),
    0,
  )
}
