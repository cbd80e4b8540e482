/** The commands that the manifest contributes, in its order. */
export const commandIds = {
  insertCitation: 'policyCitation.insertCitation',
  browsePlan: 'policyCitation.browsePlan',
  citeAllMentions: 'policyCitation.citeAllMentions',
  changePlace: 'policyCitation.changePlace',
  rewriteCitations: 'policyCitation.rewriteCitations',
  compare: 'policyCitation.compare',
  copyCitation: 'policyCitation.copyCitation',
  copyAsReference: 'policyCitation.copyAsReference',
  copyBibliography: 'policyCitation.copyBibliography',
  writeBibliography: 'policyCitation.writeBibliography',
  removeUncited: 'policyCitation.removeUncited',
  previewReferences: 'policyCitation.previewReferences',
  setUpPandoc: 'policyCitation.setUpPandoc',
  openOfficialDocument: 'policyCitation.openOfficialDocument',
  attachOfficialDocument: 'policyCitation.attachOfficialDocument',
  detachOfficialDocument: 'policyCitation.detachOfficialDocument',
  downloadOfficialDocument: 'policyCitation.downloadOfficialDocument',
  checkReport: 'policyCitation.checkReport',
  insertQuotation: 'policyCitation.insertQuotation',
  showPassage: 'policyCitation.showPassage',
  showInCorpus: 'policyCitation.showInCorpus',
  newCorpusFile: 'policyCitation.newCorpusFile',
  importInstrument: 'policyCitation.importInstrument',
  compareEditions: 'policyCitation.compareEditions',
  reloadCorpora: 'policyCitation.reloadCorpora',
  whyNothingOffered: 'policyCitation.whyNothingOffered',
  openSample: 'policyCitation.openSample',
  openWalkthrough: 'policyCitation.openWalkthrough',
} as const

/** Commands that only our own code actions name; the leading underscore keeps them out of lists. */
export const internalCommandIds = {
  stopReportingCitations: '_policyCitation.stopReportingCitations',
} as const

/** See {@link commandIds} and {@link internalCommandIds}. */
export type CommandId =
  | (typeof commandIds)[keyof typeof commandIds]
  | (typeof internalCommandIds)[keyof typeof internalCommandIds]
