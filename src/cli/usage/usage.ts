import type { Language } from '../../core/corpus/language.ts'
import { english, type Usage } from './english.ts'
import { simplified } from './simplified.ts'
import { traditional } from './traditional.ts'

/** The usage in `language`: the same commands and options, in the same order. */
export function usageIn(language: Language): Usage {
  switch (language) {
    case 'en':
      return english
    case 'zh-Hans':
      return simplified
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return traditional
  }
}
