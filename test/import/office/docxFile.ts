import { strToU8, zipSync } from 'fflate'

/** What a document of Word is made of: the inside of each of its parts. */
export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly properties?: string
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const choice = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const mathematics = 'http://schemas.openxmlformats.org/officeDocument/2006/math'

/** A document of Word, packed. */
export function docxFile(parts: DocxParts): Uint8Array {
  const { body, styles, numbering, footnotes, endnotes, properties } = parts
  const related = Object.entries({ styles, numbering, footnotes, endnotes })
  const held = related.filter((one): one is [string, string] => one[1] !== undefined)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(held.map(([name]) => name)),
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties ?? ''}</cp:coreProperties>`,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relations(held.map(([name]) => [name, `${name}.xml`])),
    ...Object.fromEntries(held.map(([name, inside]) => [`word/${name}.xml`, part(name, inside)])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, it]) => [name, strToU8(it)])))
}

function part(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${word}" xmlns:r="${relation}" xmlns:a="${drawing}" xmlns:mc="${choice}" xmlns:m="${mathematics}" xmlns:wps="urn:shape" xmlns:v="urn:old">${inside}</w:${name}>`
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], at) =>
      `<Relationship Id="r${at}" Type="${relation}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

function contentTypes(names: readonly string[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const each = ['document', ...names].map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${type}.${name === 'document' ? 'document.main' : name}+xml"/>`,
  )
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`
}

/** A paragraph with these words and properties. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
}

/** Words in a run with these properties. */
export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  return `<w:r>${own}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** The paragraph of a list at a level from 0 on. */
export function item(list: number, level: number, text: string, properties = ''): string {
  const own = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  return paragraph(text, `${properties}${own}`)
}

/** A level of a list: how it counts, what it prints, and further properties. */
export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** A style of paragraphs, with further elements. */
export function style(id: string, name: string, more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
}
