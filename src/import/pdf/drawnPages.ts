import './olderNode.ts'
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { DocumentError, documentLimits } from '../documentError.ts'
import { mostUnpacked, usualLimits } from '../readingLimits.ts'
import { boundUnpacked } from './packed/boundUnpacked.ts'
import type { PdfPage, PdfPages, PdfPiece } from './pages.ts'

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>
type Content = Awaited<ReturnType<Awaited<ReturnType<Opened['getPage']>>['getTextContent']>>
type Item = Content['items'][number]

// pdf.js would start a thread from a file of its own; it is at hand already.
Object.assign(globalThis, { pdfjsWorker: worker })

/**
 * What the PDF `bytes` draws: text only, nothing run, nothing fetched. For the process that reads
 * documents, since pdf.js may take any time and memory.
 *
 * @throws DocumentError where it is encrypted or beyond the limits; whatever pdf.js throws where it is
 * malformed.
 */
export async function drawnPages(bytes: Uint8Array, limits = usualLimits): Promise<PdfPages> {
  boundUnpacked(bytes, mostUnpacked(limits))
  const document = await open(bytes)
  const head = await headOf(document)
  const pages: PdfPage[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number)
    characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > documentLimits.characters) {
      throw new DocumentError('too much text', `page ${String(number)} goes beyond the limit`)
    }
    pages.push(page)
  }
  return { ...head, pages }
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

async function readPage(document: Opened, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const { items } = await page.getTextContent({ disableNormalization: false })
  const pieces = items.flatMap((item) => pieceOf(item, left, bottom))
  page.cleanup()
  return { width: right - left, height: top - bottom, pieces }
}

function pieceOf(item: Item, leftEdge: number, bottomEdge: number): readonly PdfPiece[] {
  if (!('str' in item) || item.str === '') return []
  const [, , , , left, baseline] = item.transform as readonly number[]
  return [
    {
      text: item.str,
      left: hundredths((left ?? 0) - leftEdge),
      baseline: hundredths((baseline ?? 0) - bottomEdge),
      width: hundredths(item.width),
      size: hundredths(item.height),
      font: item.fontName,
    },
  ]
}

function hundredths(length: number): number {
  return Number.isFinite(length) ? Math.round(length * 100) / 100 : 0
}
