import './olderNode.ts'
import {
  AnnotationMode,
  getDocument,
  PasswordException,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { damaged, DocumentError, documentLimits } from '../../documentError.ts'
import { mostUnpacked, usualLimits } from '../../readingLimits.ts'
import { boundUnpacked } from '../packed/boundUnpacked.ts'
import { shapesOf } from './drawnShapes.ts'
import type { PdfPage, PdfPages, PdfShape } from './pages.ts'
import { quartersOf, uprightPage, type DrawnPiece } from './uprightPage.ts'

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>
type OpenedPage = Awaited<ReturnType<Opened['getPage']>>
type Content = Awaited<ReturnType<OpenedPage['getTextContent']>>
type Item = Content['items'][number]

// pdf.js would start a thread from a file of its own; it is at hand already.
Object.assign(globalThis, { pdfjsWorker: worker })

/**
 * What the PDF `bytes` draws: text only, nothing run, nothing fetched. For the process that reads
 * documents, since pdf.js may take any time and memory.
 *
 * @throws DocumentError where it is encrypted, malformed, or beyond the limits.
 */
export async function drawnPages(bytes: Uint8Array, limits = usualLimits): Promise<PdfPages> {
  boundUnpacked(bytes, mostUnpacked(limits))
  try {
    return await allPages(bytes)
  } catch (error) {
    // What pdf.js itself says of a file has a name of its own there.
    const isOfPdfJs = error instanceof Error && error.name.endsWith('Exception')
    throw isOfPdfJs ? damaged() : error
  }
}

async function allPages(bytes: Uint8Array): Promise<PdfPages> {
  const document = await open(bytes)
  const head = await headOf(document)
  const fonts = new Map<string, string>()
  const pages: PdfPage[] = []
  let withoutShapes = 0
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const areSought = withoutShapes < longestSearch || number % sample === 0
    const page = await readPage(document, number, fonts, areSought)
    if (areSought) withoutShapes = page.shapes.some(isTelling) ? 0 : withoutShapes + 1
    characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > documentLimits.characters) {
      throw new DocumentError('too much text', `page ${String(number)} goes beyond the limit`)
    }
    pages.push(page)
  }
  return { ...head, fonts, pages }
}

/**
 * What a page draws takes twice as long to read as its words. Where so many pages in a row draw neither
 * a dot nor a rule down, only one of a few is looked at, until one does.
 */
const longestSearch = 150
const sample = 5

/** Whether it may be a bullet, or part a table. */
function isTelling({ width, height }: PdfShape): boolean {
  return height > width * 2 || (width < height * 2 && width > 1 && width < 20)
}

async function open(data: Uint8Array): Promise<Opened> {
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    fontExtraProperties: true,
    maxImageSize: 0,
  })
  try {
    const document = await task.promise
    if (document.numPages <= documentLimits.pages) return document
    throw new DocumentError('too many pages', `${String(document.numPages)} pages`)
  } catch (error) {
    if (error instanceof PasswordException)
      throw new DocumentError('encrypted', String(error['message']))
    throw error
  }
}

async function headOf(document: Opened): Promise<Record<string, string>> {
  const { info } = await document.getMetadata()
  const head: Record<string, string> = {}
  for (const name of ['Title', 'Author', 'Language']) {
    const value: unknown = Reflect.get(info, name)
    if (typeof value === 'string' && value.trim() !== '') head[name.toLowerCase()] = value.trim()
  }
  return head
}

async function readPage(
  document: Opened,
  number: number,
  fonts: Map<string, string>,
  areSought: boolean,
): Promise<PdfPage> {
  const page = await document.getPage(number)
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const { items } = await page.getTextContent({ disableNormalization: false })
  const pieces = items.flatMap((item) => pieceOf(item, left, bottom))
  const shapes = areSought ? await readShapes(page, left, bottom) : []
  for (const { font } of pieces) addFont(page, font, fonts)
  page.cleanup()
  return uprightPage({ width: right - left, height: top - bottom, pieces, shapes })
}

/** What is drawn and cannot be read says nothing of the words beside it. */
async function readShapes(
  page: OpenedPage,
  leftEdge: number,
  bottomEdge: number,
): Promise<readonly PdfShape[]> {
  try {
    const operations = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    return shapesOf(operations).map(({ left, bottom, width, height }) => ({
      left: hundredths(left - leftEdge),
      bottom: hundredths(bottom - bottomEdge),
      width: hundredths(width),
      height: hundredths(height),
    }))
  } catch {
    return []
  }
}

/** Learns what `font` calls itself, which pdf.js knows once its page was drawn. */
function addFont({ commonObjs }: OpenedPage, font: string, fonts: Map<string, string>): void {
  if (fonts.has(font) || !commonObjs.has(font)) return
  const known: unknown = commonObjs.get(font)
  const name: unknown =
    typeof known === 'object' && known !== null ? Reflect.get(known, 'name') : undefined
  fonts.set(font, typeof name === 'string' ? name : '')
}

function pieceOf(item: Item, leftEdge: number, bottomEdge: number): readonly DrawnPiece[] {
  if (!('str' in item) || item.str === '') return []
  const [across = 1, up = 0, , , left = 0, baseline = 0] = item.transform as readonly number[]
  const quarters = quartersOf(across, up)
  return [
    {
      text: item.str,
      left: hundredths(left - leftEdge),
      baseline: hundredths(baseline - bottomEdge),
      width: hundredths(item.width),
      size: hundredths(item.height),
      font: item.fontName,
      ...(quarters !== undefined && { quarters }),
    },
  ]
}

function hundredths(length: number): number {
  return Number.isFinite(length) ? Math.round(length * 100) / 100 : 0
}
