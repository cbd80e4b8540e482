import { publishedStyle } from '../../support/officialSource.ts'
import { filtersEveryProvision } from './provisionsFiltered.ts'

filtersEveryProvision('Chicago notes', 'en-US', publishedStyle('chicago-notes-bibliography'))
filtersEveryProvision('OSCOLA', 'en-GB', publishedStyle('oscola'))
filtersEveryProvision('AGLC', 'en-GB', publishedStyle('australian-guide-to-legal-citation'))
