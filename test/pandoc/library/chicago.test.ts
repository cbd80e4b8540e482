import { printsEveryProvision } from './provisionsPrinted.ts'

printsEveryProvision('Chicago author-date, which Pandoc has within it')
