import { officialPageUrl, pdfPage } from '../citation/address/officialPage.ts'
import { dateParts, printedTitle } from '../citation/reference.ts'
import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { plain } from './cslMarkup.ts'
import type { CslItem } from './cslItem.ts'
import { pageOf, types } from './instrumentItem.ts'

/**
 * The item that release 0.1 wrote for the key of `provision`, without a record of itself: by this it is
 * told what of such an entry others changed. Never changed, whatever items are now.
 */
export function formerItem(provision: Provision, corpus: Corpus): CslItem {
  const instrument = instrumentOf(corpus, provision.key)
  return {
    id: provision.key,
    type: provision.level === 'instrument' ? types[provision.type] : 'chapter',
    title: plain(printedTitle(provision, corpus, 'en')),
    ...(instrument &&
      provision !== instrument && { 'container-title': plain(instrument.titles.en) }),
    ...(instrument && formerFields(instrument, provision)),
    language: 'en',
  }
}

function formerFields(
  instrument: Instrument,
  provision: Provision,
): Pick<CslItem, 'author' | 'issued' | 'page' | 'URL'> {
  const issued = dateParts(instrument.issued)
  const url = formerUrl(instrument, provision)
  return {
    ...(instrument.issuer && { author: [{ literal: plain(instrument.issuer.en) }] }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(provision.level === 'instrument' ? {} : pageOf(provision)),
    ...(url !== undefined && { URL: url }),
  }
}

/** Of the document, opened at a page where it is a PDF. */
function formerUrl(instrument: Instrument, provision: Provision): string | undefined {
  return pdfPage(instrument, provision) === undefined
    ? officialPageUrl(instrument, instrument)
    : officialPageUrl(instrument, provision)
}
