// The process that reads documents: bytes come in, their outline goes out as one line of JSON. It has
// limits of time and memory, no network, and nothing that it must keep; see readOfficialDocument.ts.
import { parseFieldMap } from './data/fieldMap.ts'
import { DocumentError } from './documentError.ts'
import type { Said } from './readOfficialDocument.ts'
import { outlineOf } from './outlineOf.ts'

async function main(): Promise<void> {
  say(await readStandardInput().catch(refusalOf))
}

async function readStandardInput(): Promise<Said> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  const map = parseFieldMap(process.argv[2] ?? '')
  return { outline: await outlineOf(new Uint8Array(Buffer.concat(parts)), map) }
}

function refusalOf(error: unknown): Said {
  if (error instanceof DocumentError) {
    const { reason, message, names } = error
    return { reason, message, names }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { reason: 'malformed', message, names: [] }
}

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

await main()
