import { languageOfTag, languages, type Language } from '../core/corpus/language.ts'
import { sentence } from '../core/corpus/sentence.ts'
import { settingsIn } from '../workspace/settings.ts'
import type { SettingValues } from '../workspace/host.ts'
import { Misuse } from './failure.ts'

/** What of a process says in which language it is to speak: its environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The language of who reads what a command writes: that which `option` names, else that of the settings, else
 * that of the environment.
 *
 * @throws Misuse where the option names none.
 */
export function readersLanguage(
  option: string | undefined,
  settings: SettingValues,
  environment: Environment,
): Language {
  if (option !== undefined) return languageNamed(option)
  return settingsIn(settings, languageOfEnvironment(environment)).language
}

/** As {@link readersLanguage}, where what the option names may be none of ours: then it counts as not given. */
export function languageToComplainIn(
  option: string | undefined,
  settings: SettingValues,
  environment: Environment,
): Language {
  const named = languages.find((language) => language.toLowerCase() === option?.toLowerCase())
  return readersLanguage(named, settings, environment)
}

function languageNamed(tag: string): Language {
  const language = languageOfTag(tag)
  if (language.toLowerCase() === tag.toLowerCase()) return language
  throw new Misuse(sentence`There is no language “${tag}”: en, zh-Hans or zh-Hant.`)
}

/**
 * The language of messages that an environment asks for, as gettext reads it (GNU gettext, 2.3): `LANGUAGE`, a
 * list, before `LC_ALL`, `LC_MESSAGES` and `LANG`, unless these say `C`. Where none is set, as on Windows, that
 * of the system.
 */
export function languageOfEnvironment(environment: Environment): Language {
  const { LC_ALL, LC_MESSAGES, LANG, LANGUAGE } = environment
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '')
  if (locale === undefined) return languageOfTag(Intl.DateTimeFormat().resolvedOptions().locale)
  const tag = tagOfLocale(locale)
  if (tag === 'C' || tag === 'POSIX') return 'en'
  const wanted = (LANGUAGE ?? '').split(':').map(tagOfLocale).filter(isOurs)
  return languageOfTag(wanted[0] ?? tag)
}

/** `zh_TW` of `zh_TW.UTF-8@radical`. */
function tagOfLocale(locale: string): string {
  const end = locale.search(/[.@]/u)
  return end === -1 ? locale : locale.slice(0, end)
}

function isOurs(tag: string): boolean {
  return /^(?:en|zh)(?![a-z])/iu.test(tag)
}
