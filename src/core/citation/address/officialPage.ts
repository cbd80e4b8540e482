import type { Instrument, Provision } from '../../corpus/provision.ts'
import { officialAnchor } from './officialAnchor.ts'

/** {@link documentUrl}, with what is markup in Markdown escaped; a fragment of ours holds none. */
export function officialPageUrl(
  instrument: Instrument,
  provision: Provision,
  above: readonly Provision[] = [],
): string | undefined {
  const { url, fragment } = addressOf(instrument, provision, above)
  const escaped = url?.replace(
    /[()[\]<>*_`'"\\|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return openedAt(escaped, fragment)
}

/**
 * The address of the official document, opened where `provision` begins: at its page of a PDF
 * (`…#page=6`: printed page + `first-page` - 1), or at the anchor that the page has for it or for the
 * nearest of `above`, the provisions above it. Without a fragment for a whole instrument and where
 * neither is known; `undefined` where the instrument has no `https:` address. What an amendment put in
 * stands in no document of the instrument's own: its address is that of the amendment.
 */
export function documentUrl(
  instrument: Instrument,
  provision: Provision,
  above: readonly Provision[] = [],
): string | undefined {
  const { url, fragment } = addressOf(instrument, provision, above)
  return openedAt(url, fragment)
}

interface Address {
  readonly url: string | undefined
  readonly fragment?: string | undefined
}

function addressOf(
  instrument: Instrument,
  provision: Provision,
  above: readonly Provision[],
): Address {
  const amending = secureAddress(amendmentUrl(instrument, [...above, provision]))
  if (amending !== undefined) return { url: amending }
  const fragment = fragmentOf(instrument, provision, above)
  return { url: secureAddress(instrument.url), fragment }
}

/** The address of the amendment that put the last of `steps`, or what it stands in, into `instrument`. */
function amendmentUrl(instrument: Instrument, steps: readonly Provision[]): string | undefined {
  const names = steps.map((step) => (step.level === 'instrument' ? undefined : step.insertedBy))
  const last = names.findLast((name) => name !== undefined)
  return instrument.amendedBy?.find(({ name }) => name === last)?.url
}

function openedAt(url: string | undefined, fragment: string | undefined): string | undefined {
  if (url === undefined || fragment === undefined) return url
  return `${url.split('#', 1)[0] ?? url}#${fragment}`
}

function fragmentOf(
  instrument: Instrument,
  provision: Provision,
  above: readonly Provision[],
): string | undefined {
  const page = pdfPage(instrument, provision)
  if (page !== undefined) return `page=${page}`
  const steps = [...above, provision].filter((step) => step.level !== 'instrument')
  return instrument.firstPage === undefined ? officialAnchor(instrument, steps) : undefined
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
