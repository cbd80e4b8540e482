/** The commands that the manifest contributes, in its order: that of an analyst's day, as README has them. */
export const commandIds = {
  openWalkthrough: 'policyCitation.openWalkthrough',
  openSample: 'policyCitation.openSample',
  insertCitation: 'policyCitation.insertCitation',
  browsePlan: 'policyCitation.browsePlan',
  insertQuotation: 'policyCitation.insertQuotation',
  citeAllMentions: 'policyCitation.citeAllMentions',
  changePlace: 'policyCitation.changePlace',
  compare: 'policyCitation.compare',
  showInCorpus: 'policyCitation.showInCorpus',
  showPassage: 'policyCitation.showPassage',
  openOfficialDocument: 'policyCitation.openOfficialDocument',
  copyCitation: 'policyCitation.copyCitation',
  copyAsReference: 'policyCitation.copyAsReference',
  checkReport: 'policyCitation.checkReport',
  showInReport: 'policyCitation.showInReport',
  rewriteCitations: 'policyCitation.rewriteCitations',
  whyNothingOffered: 'policyCitation.whyNothingOffered',
  writeBibliography: 'policyCitation.writeBibliography',
  removeUncited: 'policyCitation.removeUncited',
  copyBibliography: 'policyCitation.copyBibliography',
  previewReferences: 'policyCitation.previewReferences',
  setUpPandoc: 'policyCitation.setUpPandoc',
  attachOfficialDocument: 'policyCitation.attachOfficialDocument',
  downloadOfficialDocument: 'policyCitation.downloadOfficialDocument',
  detachOfficialDocument: 'policyCitation.detachOfficialDocument',
  compareEditions: 'policyCitation.compareEditions',
  importInstrument: 'policyCitation.importInstrument',
  newCorpusFile: 'policyCitation.newCorpusFile',
  reloadCorpora: 'policyCitation.reloadCorpora',
} as const

/** Commands that only our own code actions and status item name; the leading underscore keeps them out of lists. */
export const internalCommandIds = {
  stopReportingCitations: '_policyCitation.stopReportingCitations',
  showMenu: '_policyCitation.showMenu',
} as const

/** See {@link commandIds} and {@link internalCommandIds}. */
export type CommandId =
  | (typeof commandIds)[keyof typeof commandIds]
  | (typeof internalCommandIds)[keyof typeof internalCommandIds]
