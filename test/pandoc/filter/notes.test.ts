import { publishedStyle } from '../../support/officialSource.ts'
import { filtersEveryProvision } from './provisionsFiltered.ts'

filtersEveryProvision('Chicago notes', 'en-US', publishedStyle('chicago-notes-bibliography'))
filtersEveryProvision('OSCOLA', 'en-GB', publishedStyle('oscola'))
