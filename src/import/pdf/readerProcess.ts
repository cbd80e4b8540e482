// The process that reads PDFs: bytes come in, what they draw goes out as one line of JSON for each page.
// It has limits of time and memory, no network, and nothing that it must keep; see readPdf.ts.
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { PdfError, pdfLimits, type PdfPage, type PdfPiece } from './pages.ts'

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>
type Content = Awaited<ReturnType<Awaited<ReturnType<Opened['getPage']>>['getTextContent']>>
type Item = Content['items'][number]

// pdf.js would start a thread from a file of its own; it is at hand already.
Object.assign(globalThis, { pdfjsWorker: worker })

async function main(): Promise<void> {
  try {
    const document = await open(await standardInput())
    say({ head: await headOf(document) })
    let characters = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await readPage(document, number)
      characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0)
      if (characters > pdfLimits.characters) {
        throw new PdfError('too much text', `page ${String(number)} goes beyond the limit`)
      }
      say({ page })
    }
    say({ end: document.numPages })
  } catch (error) {
    const reason = error instanceof PdfError ? error.reason : 'malformed'
    say({ reason, message: error instanceof Error ? error.message : String(error) })
  }
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  return new Uint8Array(Buffer.concat(parts))
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
    if (document.numPages <= pdfLimits.pages) return document
    throw new PdfError('too many pages', `${String(document.numPages)} pages`)
  } catch (error) {
    if (error instanceof PasswordException)
      throw new PdfError('encrypted', String(error['message']))
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

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

await main()
