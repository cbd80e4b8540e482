import type { Corpus } from '../core/corpus/corpus.ts'
import type { Language } from '../core/corpus/language.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { severityText } from '../wording/findingsText.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import type { Host } from '../workspace/host.ts'
import { misreadIn, misreadSentence } from '../workspace/misreadSettings.ts'
import { settingsIn, type Settings } from '../workspace/settings.ts'
import { complain } from './console.ts'
import { readFolderSettings, type FolderSettings } from './folderSettings.ts'
import { commandLineHost } from './host.ts'
import { readersLanguage } from './readersLanguage.ts'
import { loadCorpus, type LoadedCorpus } from './loadCorpus.ts'

/** What every command works with. */
export interface Session extends LoadedCorpus {
  readonly host: Host
  readonly settings: Settings
  readonly language: Language
  /** The folder of our built files. */
  readonly folder: string
}

/** What of a command's options says what it works with. */
export interface SessionValues {
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
  return { host, settings, language, folder, ...loaded }
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
