/** The commands as one lazily loaded part. */
export { browsePlan, insertCitation } from './insertCitation.ts'
export { compare } from './compare.ts'
export { copyCitation } from './copyCitation.ts'
export { openOfficialDocument } from './openOfficialDocument.ts'
export { showInCorpus } from './showInCorpus.ts'
export { whyNothingOffered } from './whyNothingOffered.ts'
export { writeBibliography } from './writeBibliography.ts'
export { ignoreReferenceLinks } from '../markdownValidation.ts'
