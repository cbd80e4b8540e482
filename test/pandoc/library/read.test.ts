import { readsEveryProvision } from './provisionsPrinted.ts'

readsEveryProvision()
