import type { InstrumentType, MeasureKind } from '../core/corpus/provision.ts'
import type { Aside, Outline, Part, Unread } from '../core/official/outline.ts'
import { addAll } from '../core/text/lists.ts'
import { beginningOf } from './beginning.ts'
import type { FieldMap } from './data/fieldMap.ts'
import { readData } from './data/readData.ts'
import { DocumentError } from './documentError.ts'
import { outlineOfPage, readHtml } from './html/readHtml.ts'
import { readMarkdown } from './markdown/readMarkdown.ts'
import { beginsLikeZip, readOffice } from './office/readOffice.ts'
import { drawnPages } from './pdf/drawn/drawnPages.ts'
import { pdfOutline } from './pdf/pdfOutline.ts'
import { usualLimits, type ReadingLimits } from './readingLimits.ts'
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
  const outline = await read(bytes, limits, map)
  const type = outline.type ?? typeOf(outline)
  return type === undefined ? outline : withoutSurroundings({ ...outline, type })
}

async function read(bytes: Uint8Array, limits: ReadingLimits, map?: FieldMap): Promise<Outline> {
  if (beginsLikePdf(bytes)) return pdfOutline(await drawnPages(bytes, limits))
  if (beginsLikeZip(bytes)) return readOffice(bytes)
  const source = textOf(bytes)
  switch (beginningOf(source)) {
    case 'html':
      return readHtml(source)
    case 'xhtml':
      return readXhtml(source)
    case 'xml':
      return readXml(source)
    case 'text':
      return readData(source, map) ?? readMarkdown(source)
  }
}

/** `%PDF-` may stand behind other bytes (ISO 32000-1, annex H.3.4.1). */
function beginsLikePdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  return start.includes('%PDF-')
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.trim() !== '' && !text.includes('\0')) return text
  } catch {
    // Said below.
  }
  throw new DocumentError('unknown format', 'neither a PDF nor a text in UTF-8 or UTF-16')
}

/** A page in XHTML, as XML where it is that, as HTML where it only says so. */
function readXhtml(source: string): Outline {
  try {
    return outlineOfPage(readXmlTree(source))
  } catch (error) {
    if (error instanceof DocumentError && error.reason === 'malformed') return readHtml(source)
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

/** `part` outside of what it stood in. */
function withoutPlace(part: Part): Part {
  const { at, ...anywhere } = part
  return at === undefined ? part : anywhere
}

/** What the kinds of its parts show: articles make an act, and sections that are measures an order. */
function typeOf({ parts }: Outline): InstrumentType | undefined {
  if (hasKind(parts, 'article')) return 'act'
  return hasKind(parts, 'section') ? 'order' : undefined
}

function hasKind(parts: readonly Part[], kind: MeasureKind): boolean {
  return parts.some(
    (part) => (part.level === 'measure' && part.kind === kind) || hasKind(part.parts, kind),
  )
}
