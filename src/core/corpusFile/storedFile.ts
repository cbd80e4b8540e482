import { readStoredProvisions } from '../corpus/stored/storedProvisions.ts'
import { writeProvisions } from '../corpus/stored/writeProvisions.ts'
import { withMap, type StoredExtra } from '../corpus/stored/storedForm.ts'
import type { Agency } from '../corpus/provision.ts'
import type { Trouble } from '../corpus/trouble.ts'
import type { CorpusFile } from './corpusFile.ts'

/**
 * What reading a corpus file gave, as bytes that are all of their buffer, so that another thread can have this:
 * `fileIn` reads them. Writing it again gives the same bytes.
 */
export function storedFile(file: CorpusFile): Uint8Array<ArrayBuffer> {
  if (file.kind !== 'instrument') return writeProvisions([], file)
  const { kind, troubles } = file
  return writeProvisions(file.file.provisions, { kind, troubles })
}

/**
 * The corpus file in `bytes`, which `storedFile` wrote, equal to the one written; `undefined` for bytes of another
 * version of the form, and for such as are cut. The provisions of an instrument stay bytes until they are asked
 * for. Never throws; whether bytes that were kept are damaged is for a checksum to say.
 */
export function fileIn(bytes: Uint8Array): CorpusFile | undefined {
  const read = readStoredProvisions(bytes)
  if (read === undefined) return undefined
  const about = read.about as StoredFile
  switch (about.kind) {
    case 'instrument': {
      const { provisions } = read
      const instrument = provisions.at(0)
      if (instrument?.level !== 'instrument') return undefined
      return { kind: 'instrument', file: { instrument, provisions }, troubles: about.troubles }
    }
    case 'register':
      return { ...about, agencies: about.agencies.map(withMap) }
    case 'relations':
    case 'glossary':
    case 'failed':
      return about
  }
}

/** What is stored beside the provisions; of files without any, all. */
type StoredFile =
  | { readonly kind: 'instrument'; readonly troubles: readonly Trouble[] }
  | (Omit<CorpusFile & { readonly kind: 'register' }, 'agencies'> & {
      readonly agencies: readonly (Omit<Agency, 'extra'> & StoredExtra)[]
    })
  | (CorpusFile & { readonly kind: 'relations' | 'glossary' | 'failed' })
