import { publishedStyle } from '../../support/officialSource.ts'
import { filtersEveryProvision } from './provisionsFiltered.ts'

filtersEveryProvision('Bluebook', 'en-US', publishedStyle('bluebook-law-review'))
filtersEveryProvision(
  'GB/T 7714-2025 numeric',
  'zh-CN',
  publishedStyle('china-national-standard-gb-t-7714-2025-numeric'),
)
