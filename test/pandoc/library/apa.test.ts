import { publishedStyle } from '../../support/officialSource.ts'
import { printsEveryProvision } from './provisionsPrinted.ts'

printsEveryProvision('APA', publishedStyle('apa'))
