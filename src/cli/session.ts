import type { Corpus } from '../core/corpus/corpus.ts'
import type { Language } from '../core/corpus/language.ts'
import { inWords, sentence } from '../core/corpus/sentence.ts'
import { severityText } from '../wording/findingsText.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import { usualLimits, type ReadingLimits } from '../import/readingLimits.ts'
import type { Host } from '../workspace/host.ts'
import { misreadIn, misreadSentence } from '../workspace/misreadSettings.ts'
import { isReadingMemory, isReadingTime, settingsIn, type Settings } from '../workspace/settings.ts'
import { complain } from './console.ts'
import { Misuse } from './failure.ts'
import { readFolderSettings, type FolderSettings } from './folderSettings.ts'
import { commandLineHost } from './host.ts'
import { readersLanguage } from './readersLanguage.ts'
import { loadCorpus, type LoadedCorpus } from './loadCorpus.ts'

/** What every command works with. */
export interface Session extends LoadedCorpus {
  readonly host: Host
  readonly settings: Settings
  readonly language: Language
  /** The folder of our built files; what reads documents lies there. */
  readonly folder: string
  /** What reading a document may take. */
  readonly reading: ReadingLimits
}

/** What of a command's options says what it works with. */
export interface SessionValues extends ReadingValues {
  readonly language?: string | undefined
  readonly corpus: readonly string[]
}

/** Reads settings and corpora, and says what is wrong with them. */
export async function begin(folder: string, values: SessionValues): Promise<Session> {
  const written = readFolderSettings(process.cwd())
  const host = commandLineHost(process.cwd(), written)
  const settings = settingsIn(written, host.displayLanguage)
  const language = readersLanguage(values.language, written, process.env)
  complainOfSettings(written, wordsIn(language))
  const loaded = await loadCorpus(host, folder, values.corpus)
  complainOfCorpus(loaded.corpus, wordsIn(language))
  return { host, settings, language, folder, reading: readingNamed(values), ...loaded }
}

function complainOfSettings(written: FolderSettings, t: Words): void {
  if (written.trouble !== undefined) complain(inWords(written.trouble, t))
  for (const misread of misreadIn(written)) complain(inWords(misreadSentence(misread), t))
}

function complainOfCorpus({ troubles }: Corpus, t: Words): void {
  for (const { place, severity, message } of troubles) {
    const where = `${place.file}:${String(place.line)}:${String(place.column)}`
    complain(`${where}: ${t('{0}: {1}', severityText(severity, t), inWords(message, t))}`)
  }
}

/** What of a command's options says what reading a document may take. */
export interface ReadingValues {
  readonly 'reading-time'?: string | undefined
  readonly 'reading-memory'?: string | undefined
}

/**
 * The limits that options set; the usual ones where they set none.
 *
 * @throws Misuse where one is no number that can be.
 */
export function readingNamed(values: ReadingValues): ReadingLimits {
  const seconds = values['reading-time'] ?? String(usualLimits.time / 1000)
  const megabytes = values['reading-memory'] ?? String(usualLimits.memory)
  const time = Number(seconds)
  const memory = Number(megabytes)
  if (!isReadingTime(time)) {
    throw new Misuse(sentence`“${seconds}” is no time for reading: seconds, from 1 to 3600.`)
  }
  if (!isReadingMemory(memory)) {
    throw new Misuse(
      sentence`“${megabytes}” is no memory for reading: megabytes, from 256 to 65536.`,
    )
  }
  return { time: time * 1000, memory }
}
