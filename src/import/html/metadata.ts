import { addressIn, dayIn, type Described } from '../described.ts'
import { allWithin, childElements, lineOf, type MarkupElement } from '../markup/element.ts'
import { withoutAnchors } from './anchors.ts'

/** The names under which pages have each value, in the order in which they are believed. */
const names = {
  title: ['citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title'],
  issuer: [
    ...['dc.publisher', 'dcterms.publisher', 'citation_publisher'],
    ...['citation_technical_report_institution', 'dc.creator', 'dcterms.creator', 'author'],
    ...['contentsource', 'og:site_name'],
  ],
  issued: [
    ...['dcterms.issued', 'dc.date.issued', 'dc.date', 'dcterms.date', 'citation_publication_date'],
    ...['citation_date', 'article:published_time', 'pubdate', 'publishdate', 'date'],
  ],
  language: ['content-language', 'dc.language', 'dcterms.language', 'og:locale'],
  address: ['og:url', 'citation_public_url', 'dc.identifier', 'dcterms.identifier'],
} as const

/** What a page says of itself in its head; its title is that of its only heading of the first level where its own goes on with the name of the site. */
export function metadataOf(root: MarkupElement): Described {
  const [html = root] = allWithin(root, 'html')
  const [head] = allWithin(root, 'head')
  const metas = metasOf(head)
  const first = (wanted: readonly string[]): string | undefined =>
    wanted.map((name) => metas.get(name)).find((content) => content !== undefined)
  const named = first(names.title)
  const title = isNumberOfAct.test(named ?? '')
    ? (metas.get('dc.description') ?? named)
    : titleOf(root, named, metas.get('og:site_name'))
  const issuer = first(names.issuer)
  const issued = names.issued.flatMap((name) => dayIn(metas.get(name)) ?? [])[0]
  const [language] = [
    html.attributes.get('lang'),
    first(names.language)?.replace('_', '-'),
  ].flatMap((tag) => (tag === undefined || tag.trim() === '' ? [] : [tag.trim()]))
  const links = head === undefined ? [] : childElements(head, 'link')
  const canonical = links.find(({ attributes }) => attributes.get('rel') === 'canonical')
  const addresses = [
    canonical?.attributes.get('href'),
    ...names.address.map((name) => metas.get(name)),
  ]
  const address = addresses.flatMap((text) => addressIn(text) ?? [])[0]
  return {
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...(address !== undefined && { address }),
  }
}

/** What old pages of EUR-Lex are called: `EUR-Lex - 31993D0465 - EN`; the title of the act describes them. */
const isNumberOfAct = /^EUR-Lex - \w+(?:\(\d+\))? - [A-Z]{2}$/u

/** The first content of each `<meta>`, by its name in small letters. */
function metasOf(head: MarkupElement | undefined): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const { attributes } of head === undefined ? [] : childElements(head, 'meta')) {
    const name = ['name', 'property', 'http-equiv'].flatMap((one) => attributes.get(one) ?? [])[0]
    const key = name?.toLowerCase()
    const content = attributes.get('content')?.trim() ?? ''
    if (key !== undefined && content !== '' && !metas.has(key)) metas.set(key, content)
  }
  return metas
}

/** What stands between a title and the name of a site. */
const beforeSite = /^[|–—·:_-]/u

const afterTitle = /[|–—·:_-]$/u

function titleOf(
  root: MarkupElement,
  named: string | undefined,
  site: string | undefined,
): string | undefined {
  const headings = allWithin(root, 'h1').flatMap((heading) => lineOf(withoutAnchors(heading)) ?? [])
  const [heading] = headings
  const ofPage = lineOf(allWithin(root, 'title')[0])
  if (headings.length === 1 && heading !== undefined) {
    return named === undefined || goesOnFrom(heading, named) ? heading : named
  }
  const title = named ?? ofPage
  return (
    headings.find((one) => title !== undefined && goesOnFrom(one, title)) ??
    withoutSite(title, site)
  )
}

/** Whether `title` is `heading` with the name of a site behind it. */
function goesOnFrom(heading: string, title: string): boolean {
  if (!title.startsWith(heading) || title === heading) return false
  return beforeSite.test(title.slice(heading.length).trimStart())
}

/** What the name of a Chinese site ends with. */
const chineseSite = /[网網]站?$/u

/** The longest name of such a site, and of a column of it, in characters. */
const longestSite = 23
const longestColumn = 16

/** `title` without the name of a Chinese site, and those of its columns before that: `_政策_中国政府网`, `-某某门户网站`. */
function withoutChineseSite(title: string): string {
  const parts = title.split(/[_|-]/u)
  const site = parts.at(-1) ?? ''
  if (parts.length === 1 || site.length > longestSite || !chineseSite.test(site)) return title
  let end = title.length - site.length - 1
  for (const column of parts.slice(-3, -1).reverse()) {
    const before = end - column.length - 1
    if (before <= 0 || column === '' || column.length > longestColumn) break
    end = before
  }
  return title.slice(0, end)
}

/** `title` without what stands behind it where that is the name of the site. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return title
  if (site === undefined || !title.endsWith(site)) return withoutChineseSite(title)
  const rest = title.slice(0, -site.length).trimEnd()
  return afterTitle.test(rest) ? rest.slice(0, -1).trimEnd() : title
}
