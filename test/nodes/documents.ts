import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { pdfOf } from '../support/makePdf.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { quaysPdf } from '../support/quaysPlan.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const article = `<html><body><div class="eli-container"><div class="eli-main-title"><p class="oj-doc-ti">REGULATION 31/7</p></div>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Subject</p></div>
<div id="001.001"><p class="oj-normal">1. Quays are kept in repair.</p></div>
<div id="001.002"><p class="oj-normal">2. Ships are told of the tide.</p></div></div></div></body></html>`

const encryption = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> `

function committed(name: string): Uint8Array {
  return readFileSync(path.join(projectRoot, 'test/import', name))
}

/** Documents of each format, and of each kind that is refused, by a name for each. */
export const documents: Readonly<Record<string, Uint8Array>> = {
  'a plan in PDF': quaysPdf(),
  'a PDF with packed streams': packedPdf([deflateSync]),
  'a PDF that is packed too tightly': packedPdf([deflateSync, deflateSync], 70_000_000),
  'an encrypted PDF': pdfOf(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] >>'],
    encryption,
  ),
  'a damaged PDF': bytesOf('%PDF-1.7\nno PDF at all'),
  'a page in HTML': bytesOf(
    '<!doctype html><html lang="en"><head><title>Harbour Plan - Ports</title></head><body><main><h1>Harbour Plan</h1><h2>1. Quays</h2><p>Quays fall.</p><ol><li>Survey them.</li><li>Mend them.</li></ol><h2>2. Tides</h2><table><tr><td>High</td><td>Low</td></tr></table></main></body></html>',
  ),
  'an act of EUR-Lex': bytesOf(article),
  'an act in XHTML': bytesOf(`<?xml version="1.0" encoding="UTF-8"?>\n${article}`),
  'Akoma Ntoso': bytesOf(
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body><section eId="sec_1"><num>1.</num><heading>Quays</heading><subsection><num>(a)</num><content><p>They are surveyed.</p></content></subsection></section></body></act></akomaNtoso>',
  ),
  USLM: bytesOf(
    '<bill xmlns="http://schemas.gpo.gov/xml/uslm"><main><section><num value="1">SECTION 1.</num><heading>Short title</heading><content>This is the Quay Act.</content></section></main></bill>',
  ),
  StratML: bytesOf(
    '<?xml version="1.0"?><StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Quays</Name><StrategicPlanCore><Goal><Name>Repair</Name><Description>Keep them in repair.</Description><SequenceIndicator>1</SequenceIndicator><Identifier>_1</Identifier></Goal></StrategicPlanCore></StrategicPlan>',
  ),
  Formex: bytesOf(
    '<ACT><TITLE><TI><P>Regulation 31/7</P></TI></TITLE><ENACTING.TERMS><ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART><PARAG IDENTIFIER="001.001"><NO.PARAG>1.</NO.PARAG><ALINEA>Quays fall.</ALINEA></PARAG></ARTICLE></ENACTING.TERMS></ACT>',
  ),
  'a document type of its own': bytesOf('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
  'an order in Markdown': bytesOf(
    '---\ntitle: Quay Order\n---\n\nIn the name of the tide:\n\nSec. 1. Purpose. Quays fall.\n\n(a) They rise again.\n\nSec. 2. Duties.\n',
  ),
  'a law in Chinese': bytesOf(
    '# 码头法\n\n第一章 总则\n\n第一条 为了维护码头，制定本法。\n\n第二条 船舶应当\n\n（一）报告；\n（二）停靠。\n',
  ),
  'a list in JSON': bytesOf(
    '{"targets":[{"id":"1.1","title":"Survey","description":"Quays are surveyed."},{"id":"1.2","title":"Mend","description":"Quays are mended."}]}',
  ),
  'a list in YAML': bytesOf(
    '- id: "1.1"\n  title: Survey\n  description: Quays are surveyed.\n- id: "1.2"\n  title: Mend\n  description: Quays are mended.\n',
  ),
  'a list in CSV': bytesOf(
    'id,title,description\n1.1,Survey,Quays are surveyed.\n1.2,Mend,Quays are mended.\n',
  ),
  'a document of Word': committed('office/harbour.docx'),
  'a document of LibreOffice': committed('office/harbour.odt'),
  'a text in UTF-16': Buffer.from(
    [
      0xfeff,
      ...Array.from('Quays\n\n1. Survey them.\n2. Mend them.\n', (one) => one.charCodeAt(0)),
    ].flatMap((unit) => [unit & 0xff, unit >> 8]),
  ),
  'what is nested too deep': bytesOf(`${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`),
  'bytes of no format': Uint8Array.of(0x80, 0x81, 0xfe, 0),
  nothing: new Uint8Array(),
}

/** A PDF of one line, followed by `spaces`, which is packed by one of `pack` after the other. */
function packedPdf(pack: readonly ((bytes: Uint8Array) => Uint8Array)[], spaces = 0): Uint8Array {
  const content = bytesOf(
    `BT /F1 11 Tf 72 700 Td (The mole is surveyed.) Tj ET${' '.repeat(spaces)}`,
  )
  const packed = pack.reduce((bytes, one) => one(bytes), content)
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Filter [${'/FlateDecode '.repeat(pack.length)}] /Length ${String(packed.length)} >>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`,
  ])
}
