import { publishedStyle } from '../../support/officialSource.ts'
import { filtersEveryProvision } from './provisionsFiltered.ts'

const gb = 'china-national-standard-gb-t-7714-2025'

filtersEveryProvision('Bluebook', 'en-US', publishedStyle('bluebook-law-review'))
filtersEveryProvision('Bluebook in the text', 'en-US', publishedStyle('bluebook-inline'))
filtersEveryProvision('GB/T 7714-2025 numeric', 'zh-CN', publishedStyle(`${gb}-numeric`))
filtersEveryProvision('GB/T 7714-2025 notes', 'zh-CN', publishedStyle(`${gb}-note`), [
  'act',
  'order',
])
