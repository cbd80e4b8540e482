import type { Corpus } from '../core/corpus/corpus.ts'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import type { Host } from '../workspace/host.ts'
import { misreadIn, settingsIn, type Settings } from '../workspace/settings.ts'
import { complain } from './console.ts'
import { Misuse } from './failure.ts'
import { readFolderSettings, type FolderSettings } from './folderSettings.ts'
import { commandLineHost } from './host.ts'
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
  const language =
    values.language === undefined ? settings.language : languageNamed(values.language)
  complainOfSettings(written)
  const loaded = await loadCorpus(host, folder, values.corpus)
  complainOfCorpus(loaded.corpus, wordsIn(language))
  return { host, settings, language, folder, ...loaded }
}

function languageNamed(tag: string): Language {
  const language = languageOfTag(tag)
  if (language.toLowerCase() === tag.toLowerCase()) return language
  throw new Misuse(`There is no language “${tag}”: en, zh-Hans or zh-Hant.`)
}

function complainOfSettings(written: FolderSettings): void {
  if (written.trouble !== undefined) complain(written.trouble)
  for (const { name, fallback } of misreadIn(written)) {
    complain(`${name} has a value of the wrong type; ${fallback} is used.`)
  }
}

function complainOfCorpus({ troubles }: Corpus, t: Words): void {
  for (const { place, severity, message } of troubles) {
    const where = `${place.file}:${String(place.line)}:${String(place.column)}`
    complain(`${where}: ${severity}: ${inWords(message, t)}`)
  }
}
