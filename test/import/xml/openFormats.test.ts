import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, outlineOfText, partAt } from '../outlineText.ts'

type Read = Awaited<ReturnType<typeof outlineOfText>>

function about({ title, type, issuer, issued, language }: Read) {
  return { title, type, issuer, issued, language }
}

function what({ unread }: Read): readonly string[] {
  return unread.map((one) => one.what)
}

suite('Justice Laws XML, for Canada', () => {
  const statute = `<?xml version="1.0"?><!DOCTYPE Bill PUBLIC "-//Justice Canada//DTD Bill Exchange v2.5.0//EN" "BillExchange.dtd">
<Statute xml:lang="en" xmlns:lims="http://justice.gc.ca/lims" lims:id="1"><Identification><LongTitle>An Act respecting quays</LongTitle><ShortTitle status="official">Quays Act</ShortTitle>
<BillHistory><Stages stage="consolidation"><Date><YYYY>2032</YYYY><MM>1</MM><DD>2</DD></Date></Stages><Stages stage="assented-to"><Date><YYYY>2031</YYYY><MM>5</MM><DD>9</DD></Date></Stages></BillHistory></Identification>
<Introduction><Preamble><Provision><Text>Whereas nights are dark;</Text></Provision></Preamble><Enacts><Provision><Text>Her Majesty enacts as follows:</Text></Provision></Enacts></Introduction>
<Body><Heading level="1"><TitleText>Short Title</TitleText></Heading><Section><MarginalNote>Short title</MarginalNote><Label>1</Label><Text>This Act may be cited as the <XRefExternal link="Q">Quays Act</XRefExternal>.</Text></Section>
<Heading level="1"><Label>PART 1</Label><TitleText>Cranes</TitleText></Heading><Heading level="2"><TitleText>Interpretation</TitleText></Heading>
<Section><MarginalNote>Definitions</MarginalNote><Label>2</Label><Subsection><Label>(1)</Label><Text>These apply.</Text><Definition><Text><DefinedTermEn>quay</DefinedTermEn> includes</Text><Paragraph><Label>(a)</Label><Text>a mole.</Text></Paragraph></Definition></Subsection>
<Subsection><MarginalNote>Night</MarginalNote><Label>(2)</Label><Text>Cranes rest</Text><Paragraph><Label>(a)</Label><Text>in fog;</Text><Subparagraph><Label>(i)</Label><Text>at sea</Text></Subparagraph></Paragraph><ContinuedSectionSubsection><Text>unless lit.</Text></ContinuedSectionSubsection></Subsection><HistoricalNote><HistoricalNoteSubItem>2031, c. 5</HistoricalNoteSubItem></HistoricalNote></Section>
<Heading level="1"><Label>PART 2</Label><TitleText>Amendment</TitleText></Heading><Section><Label>3</Label><Text>Section 9 is replaced:</Text><AmendedText><Section><Label>9</Label><Text>Fog.</Text></Section></AmendedText></Section></Body>
<Schedule><ScheduleFormHeading><Label>SCHEDULE 1</Label><TitleText>Principles</TitleText></ScheduleFormHeading><GroupHeading><TitleText>4.1 Lamps</TitleText></GroupHeading><Provision><Text><Emphasis>4.1.1</Emphasis></Text><Provision><Text>Burn:</Text><Provision><Label>(a)</Label><Text>red.</Text></Provision></Provision></Provision><TableGroup><table>x</table></TableGroup></Schedule></Statute>`

  test('a statute: headings hold the sections below them, and schedules are annexes', async () => {
    const outline = await outlineOfText(statute)
    assert.deepEqual(about(outline), {
      title: 'Quays Act',
      type: 'act',
      issuer: undefined,
      issued: '2031-05-09',
      language: 'en',
    })
    assert.deepEqual(lines(outline), [
      'recital |  |  | Whereas nights are dark;',
      'division |  | Short Title | ',
      '  section | 1 | Short title | This Act may be cited as the Q',
      'part | 1 | Cranes | ',
      '  division |  | Interpretation | ',
      '    section | 2 | Definitions | ',
      '      subsection | 1 |  | These apply.',
      '        measure |  | quay | quay includes',
      '          paragraph | a |  | a mole.',
      '      subsection | 2 | Night | Cranes rest\n\nunless lit.',
      '        paragraph | a |  | in fog;',
      '          subparagraph | i |  | at sea',
      'part | 2 | Amendment | ',
      '  section | 3 |  | Section 9 is replaced:',
      'annex | 1 | Principles | ',
      '  division | 4.1 | Lamps | ',
      '    item | 4.1.1 |  | Burn:',
      '      item | a |  | red.',
    ])
    assert.deepEqual(what(outline), [
      'enacting formula',
      'note',
      'quoted provisions of another act',
      'table',
    ])
  })

  test('a bill of a few elements, and a regulation by its day of registration', async () => {
    const bill = await outlineOfText(
      '<Bill><Identification><ShortTitle>Tide Act</ShortTitle></Identification><Body><Section><Label>1.</Label><Text>Tides rise.</Text></Section></Body></Bill>',
    )
    assert.equal(bill.title, 'Tide Act')
    assert.deepEqual(lines(bill), ['section | 1 |  | Tides rise.'])
    const regulation = await outlineOfText(
      '<Regulation xml:lang="fr"><Identification><RegistrationDate><Date><YYYY>2031</YYYY><MM>11</MM><DD>3</DD></Date></RegistrationDate><LongTitle>Règlement sur les quais</LongTitle></Identification><Body><Section><Label>1</Label><Text>Nuit.</Text></Section></Body></Regulation>',
    )
    assert.deepEqual(
      [regulation.title, regulation.issued, regulation.language],
      ['Règlement sur les quais', '2031-11-03', 'fr'],
    )
  })

  test('the other title and the chapter stand beside the parts', async () => {
    const outline = await outlineOfText(
      '<Statute><Identification><LongTitle>An Act respecting quays</LongTitle><ShortTitle>Quays Act</ShortTitle><Chapter><ConsolidatedNumber>Q-7</ConsolidatedNumber></Chapter></Identification><Body><Section><Label>1</Label><Text>Tides rise.</Text></Section></Body></Statute>',
    )
    assert.deepEqual(
      outline.asides?.map(({ text }) => text),
      ['An Act respecting quays', 'Q-7'],
    )
  })

  test('a short title that is not official gives way to the long one', async () => {
    const outline = await outlineOfText(
      '<Bill><Identification><LongTitle>An Act to amend the Fog Act</LongTitle><ShortTitle status="unofficial">Fog Act, an Act to amend the</ShortTitle></Identification><Body/></Bill>',
    )
    assert.equal(outline.title, 'An Act to amend the Fog Act')
  })
})

const clml = (body: string): string =>
  `<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/">${body}</Legislation>`

suite('CLML, for the United Kingdom', () => {
  test('an act: parts, chapters, headings across, sections under their headings, schedules', async () => {
    const outline = await outlineOfText(
      clml(`<ukm:Metadata><dc:title>Quays Act 2031</dc:title><dc:language>en</dc:language><ukm:PrimaryMetadata><ukm:EnactmentDate Date="2031-05-09"/></ukm:PrimaryMetadata></ukm:Metadata>
<Contents><ContentsTitle>Quays</ContentsTitle></Contents><Primary><PrimaryPrelims><Title>Quays Act 2031</Title><Number>2031 c. 7</Number><PrimaryPreamble><EnactingText><Para><Text>Be it enacted</Text></Para></EnactingText></PrimaryPreamble></PrimaryPrelims>
<Body><Part id="part-1"><Number>PART 1</Number><Title>Cranes</Title><Chapter><Number>CHAPTER 2</Number><Title>Rest</Title><Pblock><Title>Night work</Title>
<P1group><Title>Rest at night</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><Text>In this section—</Text><P2 id="section-1-1"><Pnumber>1</Pnumber><P2para><Text>Cranes rest<CommentaryRef Ref="c1"/>—</Text>
<P3><Pnumber>a</Pnumber><P3para><Text>in fog, <Addition>and</Addition></Text><P4><Pnumber>i</Pnumber><P4para><Text>at sea.</Text></P4para></P4></P3para></P3></P2para></P2>
<P2><Pnumber>2</Pnumber><P2para><Text>For section 9 substitute—</Text><BlockAmendment><P1><Pnumber>9</Pnumber><P1para><Text>Fog.</Text></P1para></P1></BlockAmendment></P2para></P2></P1para></P1></P1group></Pblock></Chapter></Part></Body>
<Schedules><Schedule id="schedule-1"><Number>SCHEDULE 1</Number><TitleBlock><Title>Lamps</Title></TitleBlock><ScheduleBody><P1 id="schedule-1-paragraph-4"><Pnumber>4</Pnumber><P1para><Text>Red.</Text><Tabular>x</Tabular></P1para></P1></ScheduleBody></Schedule></Schedules></Primary>
<Commentaries><Commentary id="c1"><Para><Text>Amended.</Text></Para></Commentary></Commentaries>`),
    )
    assert.deepEqual(about(outline), {
      title: 'Quays Act 2031',
      type: 'act',
      issuer: undefined,
      issued: '2031-05-09',
      language: 'en',
    })
    assert.deepEqual(lines(outline), [
      'part | 1 | Cranes | ',
      '  chapter | 2 | Rest | ',
      '    division |  | Night work | ',
      '      section | 1 | Rest at night | In this section—',
      '        subsection | 1 |  | Cranes rest—',
      '          paragraph | a |  | in fog, and',
      '            subparagraph | i |  | at sea.',
      '        subsection | 2 |  | For section 9 substitute—',
      'annex | 1 | Lamps | ',
      '  paragraph | 4 |  | Red.',
    ])
    assert.equal(partAt(outline, '1', '1', 'a')?.printed, '(a)')
    assert.deepEqual(what(outline), [
      'table of contents',
      'enacting formula',
      'quoted provisions of another act',
      'table',
      'note of the editors',
    ])
  })

  test('regulations and articles are measures, counted through the instrument', async () => {
    const outline = await outlineOfText(
      clml(`<Secondary><SecondaryPrelims><Title>The Lamps Regulations 2031</Title><MadeDate><Text>Made</Text></MadeDate></SecondaryPrelims><Body>
<P1 id="regulation-1"><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>Lamps burn.</Text></P2para></P2></P1para></P1>
<P1 id="article-2"><Pnumber>2</Pnumber><P1para><Text>Oil.</Text></P1para></P1></Body></Secondary>`),
    )
    assert.equal(outline.title, 'The Lamps Regulations 2031')
    assert.deepEqual(lines(outline), [
      'measure | 1 |  | ',
      '  subsection | 1 |  | Lamps burn.',
      'article | 2 |  | Oil.',
    ])
  })
})

suite('Federal Register XML, for the United States', () => {
  test('an executive order: its sections by their words', async () => {
    const outline =
      await outlineOfText(`<PRESDOCU><EXECORD><TITLE3>Title 3—</TITLE3><PRES>The President<PRTPAGE P="33575"/></PRES><EXECORDR>Executive Order 14999 of May 9, 2031</EXECORDR><HD SOURCE="HED">Lighting the Quays</HD>
<FP>By the authority vested in me it is hereby ordered:</FP><FP><E T="04">Section 1</E>. <E T="03">Purpose.</E> Nights are dark.<SU>1</SU><FTREF/></FP><FP><E T="04">Sec. 2</E>. <E T="03">Lamps.</E> (a) Lamps burn:</FP><FP SOURCE="FP1">(i) red; and</FP><P>(b) Divers rest.</P><FTNT><P><SU>1</SU> A note.</P></FTNT><PSIG> </PSIG><PLACE>THE WHITE HOUSE,</PLACE><DATE>May 9, 2031.</DATE><FRDOC>[FR Doc. 2031-1</FRDOC></EXECORD></PRESDOCU>`)
    assert.deepEqual(about(outline), {
      title: 'Lighting the Quays',
      type: 'order',
      issuer: 'The President',
      issued: '2031-05-09',
      language: 'en',
    })
    assert.deepEqual(lines(outline), [
      'section | 1 | Purpose | Nights are dark.',
      'section | 2 | Lamps | ',
      '  paragraph | a |  | Lamps burn:',
      '    point | i |  | red; and',
      '  paragraph | b |  | Divers rest.',
    ])
    assert.ok(what(outline).includes('note'))
    assert.ok(what(outline).some((one) => one.startsWith('By the authority')))
  })

  test('a rule: headings as they nest, and the sections of the Code that it has', async () => {
    const outline = await outlineOfText(
      `<RULE><PREAMB><AGENCY TYPE="F">HARBOUR COMMISSION</AGENCY><SUBJECT>Lighting of Quays</SUBJECT><SUM><HD SOURCE="HED">SUMMARY:</HD><P>Lamps.</P></SUM></PREAMB><SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD><HD SOURCE="HD1">Background</HD><P>Dark.</P><REGTEXT TITLE="10" PART="2"><SECTION><SECTNO>§ 2.341</SECTNO><SUBJECT>Lamps.</SUBJECT><P>(a) Lamps burn.</P><P>(1) Red.</P><P>(b) Rest.</P></SECTION></REGTEXT></SUPLINF><GPOTABLE>x</GPOTABLE></RULE>`,
    )
    assert.deepEqual([outline.title, outline.issuer], ['Lighting of Quays', 'HARBOUR COMMISSION'])
    assert.deepEqual(lines(outline), [
      'division |  | SUMMARY: | Lamps.',
      'division |  | SUPPLEMENTARY INFORMATION: | ',
      '  division |  | Background | Dark.',
      '    section | 2.341 | Lamps. | ',
      '      paragraph | a |  | Lamps burn.',
      '        point | 1 |  | Red.',
      '      paragraph | b |  | Rest.',
    ])
    assert.deepEqual(what(outline), ['table'])
  })

  const rule = (text: string, behind = ''): string =>
    `<RULE><PREAMB><SUBJECT>Lighting of Quays</SUBJECT></PREAMB><SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD><HD SOURCE="HD1">I. Background</HD><HD SOURCE="HD2">A. Night</HD><P>Dark.</P>${text}${behind}</SUPLINF></RULE>`
  const section = (number: string): string =>
    `<SECTION><SECTNO>§ ${number}</SECTNO><SUBJECT>Lamps.</SUBJECT><P>(a) <E T="03">Colour.</E> (1) Red; or</P><P>(2) Green:</P><P>(i) by night;</P><P>(b) <E T="03">Oil</E>—(1) Fish.</P></SECTION>`
  const ofSection = [
    ['paragraph | a | Colour | ', 0],
    ['point | 1 |  | Red; or', 1],
    ['point | 2 |  | Green:', 1],
    ['point | i |  | by night;', 2],
    ['paragraph | b | Oil | ', 0],
    ['point | 1 |  | Fish.', 1],
  ] as const
  const indented = (depth: number): readonly string[] =>
    ofSection.map(([line, deeper]) => '  '.repeat(depth + deeper) + line)

  test('a part that a rule adds stands beside its headings, with its subparts and sections', async () => {
    const outline = await outlineOfText(
      rule(
        `<REGTEXT TITLE="15" PART="7"><AMDPAR>1. Part 7 is added.</AMDPAR><PART><HD SOURCE="HED">PART 7—LAMPS</HD><SUBPART><HD SOURCE="HED">Subpart A—General</HD>${section('7.1')}</SUBPART></PART></REGTEXT>`,
        '<REGTEXT TITLE="15" PART="8"><AMDPAR>2. Section 8.1 is revised.</AMDPAR><SECTION><SECTNO>§ 8.1</SECTNO><SUBJECT>Nets.</SUBJECT><P>Mend.</P></SECTION></REGTEXT><HD SOURCE="HD1">Remarks</HD><P>Words.</P>',
      ),
    )
    assert.deepEqual(lines(outline), [
      'division |  | SUPPLEMENTARY INFORMATION: | ',
      '  division |  | I. Background | ',
      '    division |  | A. Night | Dark.',
      'part | 7 | LAMPS | ',
      '  division | A | General | ',
      '    section | 7.1 | Lamps. | ',
      ...indented(3),
      'section | 8.1 | Nets. | Mend.',
      'division |  | Remarks | Words.',
    ])
    assert.deepEqual(what(outline), ['instruction to amend the Code, and 1 more'])
  })

  test('a list in the line of its heading is one in a plain text of the Code, too', async () => {
    const outline = await outlineOfText(
      '§ 7.1 Lamps.\n\n(a) Colour. (1) Red; or\n\n(2) Green:\n\n(i) by night;\n\n(b) Oil—(1) Fish.\n',
    )
    assert.deepEqual(lines(outline), ['section | 7.1 | Lamps | ', ...indented(1)])
  })
})

test('a bill in the DTD of the Congress is read as one in USLM', async () => {
  const outline =
    await outlineOfText(`<?xml version="1.0"?><!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd">
<bill bill-stage="Introduced-in-House"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dublinCore><dc:title>150 HR 7 IH: Quays</dc:title></dublinCore></metadata>
<form><legis-num>H. R. 7</legis-num><action><action-date date="20310509">May 9, 2031</action-date></action><official-title>To light the quays.</official-title></form>
<legis-body><section id="H1"><enum>1.</enum><header>Short title</header><text>This Act may be cited as the <quote><short-title>Quay Lights Act</short-title></quote>.</text></section>
<section id="H2"><enum>2.</enum><header>Lamps</header><subsection><enum>(a)</enum><header>In general</header><text>Lamps burn—</text><paragraph><enum>(1)</enum><text>red.</text></paragraph></subsection>
<subsection><enum>(b)</enum><text>Section 9 is amended to read:</text><quoted-block><section><enum>9.</enum><text>Fog.</text></section></quoted-block></subsection></section></legis-body></bill>`)
  assert.deepEqual(about(outline), {
    title: 'Quay Lights Act',
    type: 'act',
    issuer: undefined,
    issued: '2031-05-09',
    language: 'en',
  })
  assert.deepEqual(lines(outline), [
    'section | 1 | Short title | This Act may be cited as the Q',
    'section | 2 | Lamps | ',
    '  paragraph | a | In general | Lamps burn—',
    '    paragraph | 1 |  | red.',
    '  paragraph | b |  | Section 9 is amended to read:',
  ])
  assert.deepEqual(what(outline), ['quoted provisions of another act'])
})

test('a root that is not known is refused by its name', async () => {
  await assert.rejects(outlineOfText('<feed xmlns="http://www.w3.org/2005/Atom"/>'), {
    reason: 'unknown format',
    names: ['<feed>'],
  })
})
