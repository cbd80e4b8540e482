import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counts, lines, outlineOfText, partAt, source } from '../outlineText.ts'

const part2 = `<?xml version="1.0"?>
<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan">
  <Name>Harbour Plan</Name>
  <StrategicPlanCore>
    <Organization><Name>Port Office</Name><Identifier>_o</Identifier></Organization>
    <Vision><Description>Quiet quays</Description></Vision>
    <Goal>
      <Name>Quays</Name><Description>Keep them whole.</Description><Identifier>_g1</Identifier>
      <SequenceIndicator>1.</SequenceIndicator>
      <Objective>
        <Name>Survey the mole</Name><Description>After each storm.</Description><Identifier>_o1</Identifier>
        <SequenceIndicator>1.1</SequenceIndicator>
        <Stakeholder><Name>Divers</Name><Role><RoleType>Performer</RoleType></Role></Stakeholder>
        <Stakeholder><Name>Ships</Name><Role><RoleType>Beneficiary</RoleType></Role></Stakeholder>
      </Objective>
    </Goal>
  </StrategicPlanCore>
  <AdministrativeInformation><PublicationDate>2031-05-09</PublicationDate></AdministrativeInformation>
</PerformancePlanOrReport>`

test('StratML: goals and objectives, with performers as agencies; the rest is listed', async () => {
  const outline = await outlineOfText(part2)
  const { title, type, issuer, issued } = outline
  assert.deepEqual(
    { title, type, issuer, issued },
    { title: 'Harbour Plan', type: 'plan', issuer: 'Port Office', issued: '2031-05-09' },
  )
  assert.deepEqual(lines(outline), [
    'section | 1 | Quays | Keep them whole.',
    '  action | 1.1 | Survey the mole | After each storm.',
  ])
  assert.deepEqual(partAt(outline, '1.1')?.agencies, ['Divers'])
  assert.deepEqual(
    outline.unread.map(({ where, what }) => `${where}: ${what}`),
    ['line 6: Vision', 'line 14: stakeholder without the role of a performer'],
  )
})

const akn = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act">
<meta><identification source="#x"><FRBRWork><FRBRdate date="2031-05-09" name="Generation"/><FRBRauthor href="#port"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references source="#x"><TLCOrganization eId="port" href="/port" showAs="Port Assembly"/></references></meta>
<preface><p><docTitle>Quay Act</docTitle></p></preface>
<preamble><formula name="f"><p>The Assembly,</p></formula><citations><citation><p>Having regard to the tide,</p></citation></citations>
<recitals><recital eId="rec_1"><num>(1)</num><p>Nights are dark.</p></recital></recitals></preamble>
<body><chapter eId="chp_I"><num>CHAPTER I</num><heading>Cranes</heading>
<article eId="art_1"><num>Article 1</num><heading>Night work</heading>
<paragraph eId="art_1__para_1"><num>1.</num><list><intro><p>Cranes rest<authorialNote marker="1"><p>A note.</p></authorialNote>:</p></intro>
<point eId="art_1__para_1__point_a"><num>(a)</num><content><p>in <i>fog</i>;</p></content></point></list></paragraph>
</article></chapter></body></act></akomaNtoso>`

test('Akoma Ntoso: recitals, divisions, articles, paragraphs and points, by their eIds', async () => {
  const outline = await outlineOfText(akn)
  const { title, type, issuer, issued, language } = outline
  assert.deepEqual(
    { title, type, issuer, issued, language },
    {
      title: 'Quay Act',
      type: 'act',
      issuer: 'Port Assembly',
      issued: '2031-05-09',
      language: 'eng',
    },
  )
  assert.deepEqual(lines(outline), [
    'recital | 1 |  | Nights are dark.',
    'chapter | I | Cranes | ',
    '  article | 1 | Night work | ',
    '    paragraph | 1 |  | Cranes rest:',
    '      point | a |  | in fog;',
  ])
  assert.equal(partAt(outline, '1', '1', 'a')?.id, 'art_1__para_1__point_a')
  assert.ok(outline.unread.some(({ what }) => what === 'note'))
})

const uslm = `<bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/">
<meta><dc:creator>United Harbours Senate</dc:creator><dc:language>EN</dc:language></meta>
<preface><action><date date="2031-05-09">May 9</date></action></preface>
<main><section identifier="/hb/bill/1/s/2/s1"><num value="1">SECTION 1. </num><heading>SHORT TITLE.</heading>
<content>This may be called the “<shortTitle>Tide Act</shortTitle>”.</content></section>
<section identifier="/hb/bill/1/s/2/s2"><num value="2">SEC. 2. </num><heading>TIDES.</heading>
<subsection identifier="/hb/bill/1/s/2/s2/a"><num value="a">(a) </num><heading>Tables</heading><content>Print them.</content></subsection>
<subsection changed="deleted"><num value="b">(b) </num><content>Not this.</content></subsection></section></main></bill>`

test('USLM: sections and what stands below them; what is struck out is not read, and listed', async () => {
  const outline = await outlineOfText(uslm)
  assert.deepEqual(
    [outline.title, outline.issuer, outline.issued],
    ['Tide Act', 'United Harbours Senate', '2031-05-09'],
  )
  assert.deepEqual(lines(outline), [
    'section | 1 | SHORT TITLE | This may be called the “Tide A',
    'section | 2 | TIDES | ',
    '  paragraph | a | Tables | Print them.',
  ])
  assert.equal(partAt(outline, '2', 'a')?.id, '/hb/bill/1/s/2/s2/a')
  assert.deepEqual(outline.unread, [{ where: 'line 8', what: 'text that is struck out' }])
})

const formex = `<ACT><BIB.INSTANCE><DATE ISO="20310509">20310509</DATE><LG.DOC>EN</LG.DOC></BIB.INSTANCE>
<TITLE><TI><P>Regulation 31/7</P><P>on quays</P></TI></TITLE>
<PREAMBLE><GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>Tides rise.</TXT></NP></CONSID><CONSID><NP><NO.P>(2)</NO.P><TXT>Fog comes: cranes rest</TXT><P><LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>at night;</TXT></NP></ITEM></LIST></P></NP></CONSID></GR.CONSID></PREAMBLE>
<ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER II</P></TI><STI><P>CRANES</P></STI></TITLE>
<ARTICLE IDENTIFIER="005"><TI.ART>Article 5</TI.ART><STI.ART><P>Rest</P></STI.ART>
<PARAG IDENTIFIER="005.001"><NO.PARAG>1.</NO.PARAG><ALINEA><P>Cranes rest:</P><LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>in fog;</TXT></NP></ITEM></LIST></ALINEA></PARAG>
</ARTICLE></DIVISION></ENACTING.TERMS></ACT>`

test('Formex: recitals, chapters, articles, paragraphs, points', async () => {
  const outline = await outlineOfText(formex)
  assert.deepEqual(
    [outline.title, outline.issued, outline.language],
    ['Regulation 31/7 on quays', '2031-05-09', 'en'],
  )
  assert.deepEqual(lines(outline), [
    'recital | 1 |  | Tides rise.',
    'recital | 2 |  | Fog comes: cranes rest',
    '  point | a |  | at night;',
    'chapter | II | CRANES | ',
    '  article | 5 | Rest | ',
    '    paragraph | 1 |  | Cranes rest:',
    '      point | a |  | in fog;',
  ])
  assert.deepEqual(outline.unread, [{ where: 'line 3', what: 'formula' }])
})

test('case 25: XML that declares a document type of its own is refused; one that only names it is read', async () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;">]><ACT>&c;</ACT>'
  await assert.rejects(outlineOfText(laughs), { reason: 'not allowed' })
  const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ACT>&x;</ACT>'
  await assert.rejects(outlineOfText(external), { reason: 'not allowed' })
  const named = formex.replace(
    '<ACT>',
    '<!DOCTYPE ACT SYSTEM "https://formex.example/act.dtd"><ACT>',
  )
  assert.deepEqual(lines(await outlineOfText(named)), lines(await outlineOfText(formex)))
  await assert.rejects(outlineOfText('<ACT>&unknown;</ACT>'), { reason: 'malformed' })
})

test('case 25: a million character references are a million characters', async () => {
  const references = `<ACT><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>${'&#65;'.repeat(1_000_000)}</ALINEA></ARTICLE></ACT>`
  assert.equal(partAt(await outlineOfText(references), '1')?.text.length, 1_000_000)
})

test('case 25: XML that is too deep or is broken is refused, with its line', async () => {
  const deep = `<ACT>${'<P>'.repeat(100_000)}`
  await assert.rejects(outlineOfText(deep), { reason: 'too deep' })
  await assert.rejects(outlineOfText('<ACT>\n<P>\n</ACT>'), {
    reason: 'malformed',
    message: /^3:/u,
  })
})

test('a root of another format is named', async () => {
  await assert.rejects(outlineOfText('<rss version="2.0"/>'), {
    reason: 'unknown format',
    message: '<rss>',
  })
})

const pmoai = source('stratml/PMOAI.xml')
test('a StratML plan of the real world: 1 goal, 5 objectives', { skip: pmoai.skip }, async () => {
  const outline = await pmoai.read()
  assert.deepEqual(counts(outline), { section: 1, action: 5 })
  assert.equal(outline.issued, '2017-04-12')
})

const report = source('stratml/StratTest.xml')
test('a StratML report: 3 goals, 10 objectives', { skip: report.skip }, async () => {
  const outline = await report.read()
  assert.deepEqual(counts(outline), { section: 3, action: 10 })
  assert.equal(partAt(outline, '1.3')?.agencies?.length, 30)
})

const proposal = source('akn/eu_COM-2013-0619_EN.xml')
test('an Akoma Ntoso proposal: 9 chapters, 24 articles', { skip: proposal.skip }, async () => {
  const outline = await proposal.read()
  assert.deepEqual(counts(outline), {
    ...{ recital: 36, chapter: 9, article: 24, paragraph: 32, point: 43 },
  })
  assert.equal(partAt(outline, 'II', '3')?.kind, 'article')
})

const statement = source('akn/bluebell_eids_basic.xml')
test('an Akoma Ntoso statement: 2 divisions, 4 paragraphs', { skip: statement.skip }, async () => {
  assert.deepEqual(counts(await statement.read()), { division: 2, paragraph: 4, point: 2 })
})

const publicLaw = source('akn/us_Act_2011-11-29.xml')
test('an Akoma Ntoso act of the United States: 6 sections', { skip: publicLaw.skip }, async () => {
  assert.deepEqual(counts(await publicLaw.read()), { section: 6, point: 13 })
})

const bill = source('uslm/BILLS-118s1325rs.xml')
test('a reported bill in USLM: 10 sections of the amended text', { skip: bill.skip }, async () => {
  const outline = await bill.read()
  assert.deepEqual(counts(outline), { section: 10, paragraph: 65, point: 52 })
  assert.match(partAt(outline, '3', 'b', '3', 'A')?.text ?? '', /^strengthen /u)
})

const shortBill = source('uslm/S1000_IS.XML')
test('a bill that amends a code: what it quotes is listed', { skip: shortBill.skip }, async () => {
  const outline = await shortBill.read()
  assert.deepEqual(counts(outline), { section: 2 })
  assert.ok(outline.unread.some(({ what }) => what.startsWith('quoted provisions')))
})

const formexAct = source('eu-ai-act/aia_fmx_en.xml')
const eurLexAct = source('eu-ai-act/aia.eurlex.xhtml')
test(
  'the European act in Formex and in XHTML: the same 180 recitals, 113 articles, 509 paragraphs, 13 annexes',
  {
    skip: formexAct.skip !== false ? formexAct.skip : eurLexAct.skip,
  },
  async () => {
    const [formal, page] = [await formexAct.read(), await eurLexAct.read()]
    for (const outline of [formal, page]) {
      const { recital, article, chapter, annex, paragraph, section } = counts(outline)
      assert.deepEqual(
        { recital, article, chapter, annex, paragraph, section },
        { recital: 180, article: 113, chapter: 13, annex: 13, paragraph: 509, section: 23 },
      )
      assert.deepEqual(
        partAt(outline, '5', '1')?.parts.map(({ label }) => label),
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
      )
      assert.deepEqual(
        partAt(outline, '5', '1', 'h')?.parts.map(({ label }) => label),
        ['i', 'ii', 'iii'],
      )
    }
    const articles = (outline: typeof formal): readonly string[] =>
      lines(outline)
        .filter((line) => line.trimStart().startsWith('article'))
        .map((line) => line.replaceAll('`', ''))
    assert.deepEqual(articles(page), articles(formal))
  },
)
