import { readsEveryProvision, takesPagesForPages } from './provisionsPrinted.ts'

readsEveryProvision()
takesPagesForPages()
