import type { Instrument, Provision } from '../corpus/provision.ts'

/** {@link documentUrl}, with what is markup in Markdown escaped. */
export function officialPageUrl(instrument: Instrument, provision: Provision): string | undefined {
  return documentUrl(instrument, provision)?.replace(
    /[()[\]<>*_`'"\\|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/**
 * The address of the official document, opened at the page of `provision` (`…#page=6`, the page of
 * the PDF: printed page + `first-page` - 1). Without the fragment for a whole instrument and where the
 * page or `first-page` is unknown; `undefined` where the instrument has no `https:` address.
 */
export function documentUrl(instrument: Instrument, provision: Provision): string | undefined {
  const url = secureAddress(instrument.url)
  const page = pdfPage(instrument, provision)
  if (url === undefined || page === undefined) return url
  return `${url.split('#', 1)[0] ?? url}#page=${page}`
}

/** The page of the official PDF on which `provision` begins; `undefined` where it is not known. */
export function pdfPage({ firstPage }: Instrument, provision: Provision): number | undefined {
  if (provision.level === 'instrument' || provision.pages === undefined) return undefined
  return firstPage === undefined ? undefined : provision.pages.first + firstPage - 1
}

/** `url` as an address, when it is an `https:` one without credentials. */
function secureAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, username, password, href } = new URL(url)
  if (protocol !== 'https:' || username !== '' || password !== '') return undefined
  return href
}
