import { publishedStyle } from '../../support/officialSource.ts'
import { printsEveryProvision } from './provisionsPrinted.ts'

printsEveryProvision('MLA', publishedStyle('modern-language-association'))
