import { suite, test } from 'node:test'
import { assertLabels } from './assertLabels.ts'

suite('Laws of East Asia', () => {
  test('of Japan: paragraphs from the second on, items, イロハ, captions, contents and 附則', async () => {
    await assertLabels({
      '人工知能試験法（令和七年法律第五十三号）\n\n目次\n　第一章　総則（第一条・第二条）\n　第二章　施策（第三条）\n　附則\n\n第一章　総則\n\n（目的）\n第一条　この法律は、人工知能の研究開発を推進することを目的とする。\n\n（定義）\n第二条　この法律において「人工知能」とは、次に掲げるものをいう。\n一　推論を行うもの\n二　次のいずれかに該当するもの\nイ　学習するもの\nロ　判断するもの\n２　この法律において「事業者」とは、人工知能を用いる者をいう。\n\n第二章　施策\n\n（国の責務）\n第三条　国は、施策を策定する。\n２　国は、次の施策を講ずる。\n一　教育\n二　研究\n第三条の二　国は、調査を行う。\n\n附　則\n（施行期日）\n第一条　この法律は、公布の日から施行する。\n２　前項の規定にかかわらず、第三条は一年後から施行する。\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.1.1=point 2.1.2=point 2.1.2.1=point 2.1.2.2=point 2.2=paragraph chp-2=chapter 3 3.2=paragraph 3.2.1=point 3.2.2=point 3-2 annex=annex annex.1 annex.1.2=paragraph',
    })
  })

  test('of Japan in Markdown and HTML', async () => {
    await assertLabels({
      '# 試験法\n\n## 第一章　総則\n\n### （目的）\n### 第一条\n\nこの法律は、試験する。\n\n### 第二条（定義）\n\n国は、行う。\n\n２　国は、次を行う。\n\n一　教育\n\n二　研究\n\n　イ　基礎\n\n　ロ　応用\n\n３　前項は適用しない。\n':
        'chp-1=chapter 1 2 2.2=paragraph 2.2.1=point 2.2.2=point 2.2.2.1=point 2.2.2.2=point 2.3=paragraph',
      '<!doctype html><html lang="ja"><body><h1>試験法</h1><p>（目的）</p><p>第一条　この法律は、試験する。</p><p>２　国は、次を行う。</p><p>一　教育</p><p>二　研究</p><p>（責務）</p><p>第二条　国は責務を有する。</p><p>２　地方は責務を有する。</p></body></html>':
        '1 1.2=paragraph 1.2.1=point 1.2.2=point 2 2.2=paragraph',
      '# 港湾法\n\n## 第一章　総則\n\n### 第一条\n\n国は、行う。\n\n### 附則\n\n### 第一条\n\n施行する。\n':
        'chp-1=chapter 1 annex=annex annex.1',
    })
  })

  test('of Korea: 제1조(목적), ①, 1., 가., 1), what was put in between, and 부칙', async () => {
    await assertLabels({
      '제1장 총칙\n\n제1조(목적) 이 법은 인공지능의 발전을 목적으로 한다.\n\n제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.\n1. "인공지능"이란 학습을 구현한 것을 말한다.\n2. "사업자"란 다음 각 목의 자를 말한다.\n  가. 개발하는 자\n  나. 이용하는 자\n    1) 기관\n    2) 기업\n2의2. "이용자"란 쓰는 자를 말한다.\n3. "위원회"란 것을 말한다.\n\n제3조(기본원칙) ① 인공지능은 안전하여야 한다.\n② 정부는 다음 각 호의 시책을 마련하여야 한다.\n1. 교육\n2. 연구\n③ 그 밖의 사항은 대통령령으로 정한다.\n\n제4조의2(위원회) 위원회를 둔다.\n\n부칙 <제20676호, 2025. 1. 21.>\n제1조(시행일) 이 법은 공포 후 1년이 경과한 날부터 시행한다.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.2=paragraph 2.2.1=point 2.2.2=point 2.2.2.1=point 2.2.2.2=point 2.2-2=paragraph 2.3=paragraph 3 3.1=paragraph 3.2=paragraph 3.2.1=point 3.2.2=point 3.3=paragraph 4-2 annex=annex annex.1',
      '# 시험법\n\n## 제1장 총칙\n\n### 제1조(목적)\n\n이 법은 목적으로 한다.\n\n### 제2조 (정의)\n\n① 뜻은 다음과 같다.\n\n1. "인공지능"\n\n2. "사업자"\n\n   가. 개발\n\n   나. 이용\n\n② 정부는 한다.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.1.1=point 2.1.2=point 2.1.2.1=point 2.1.2.2=point 2.2=paragraph',
    })
  })

  test('of Taiwan: 第 1 條, numbered paragraphs, 一、 and （一）', async () => {
    await assertLabels({
      '法規名稱：人工智慧試驗法\n公布日期：民國 115 年 01 月 14 日\n\n第 一 章 總則\n第 1 條\n為促進人工智慧發展，特制定本法。\n第 2 條\n本法用詞，定義如下：\n一、人工智慧：指能推論之系統。\n二、業者：指下列之人：\n（一）開發者。\n（二）使用者。\n第 3 條\n1 主管機關應訂定計畫。\n2 前項計畫，每二年檢討一次。\n第 二 章 附則\n第 3-1 條\n本法施行細則，由主管機關定之。\n第 4 條\n本法自公布日施行。\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.2=paragraph 2.2.1=point 2.2.2=point 3 3.1=paragraph 3.2=paragraph chp-2=chapter 3-1 4',
      '# 試驗法\n\n第一條　為促進發展，特制定本法。\n\n第二條　本法用詞，定義如下：\n\n一、系統：指能推論者。\n\n二、業者：指下列之人：\n\n　（一）開發者。\n\n　（二）使用者。\n\n第三條之一　主管機關定之。\n':
        '1 2 2.1=paragraph 2.2=paragraph 2.2.1=point 2.2.2=point 3-1',
    })
  })
})

suite('Laws in Romance languages', () => {
  test('of Brazil: caput, incisos, alíneas, § 1º, § 10., Parágrafo único', async () => {
    await assertLabels({
      '<html lang="pt-br"><body><p>CAPÍTULO I</p><p>DISPOSIÇÕES PRELIMINARES</p><p>Art. 1º Esta Lei dispõe sobre dados.</p><p>Parágrafo único. As normas são de interesse nacional.</p><p>Art. 2º A disciplina tem como fundamentos:</p><p>I - o respeito à privacidade;</p><p>II - a autodeterminação:</p><p>a) uma alínea;</p><p>b) outra alínea:</p><p>1. um item;</p><p>2. outro item;</p><p>III - a liberdade.</p><p>§ 1º O disposto aplica-se.</p><p>§ 2º O disposto não se aplica:</p><p>I - aqui; e</p><p>II - ali.</p><p>§ 2º-A Inserido.</p><p>Art. 3º-A. Inserido.</p><p>Art. 10. Esta Lei:</p><p>§ 9º Nove.</p><p>Art. 11. Esta Lei entra em vigor.</p></body></html>':
        'chp-I=chapter 1 1.1=paragraph 2 2.I=paragraph 2.II=paragraph 2.II.a=point 2.II.b=point 2.II.b.1=point 2.II.b.2=point 2.III=paragraph 2.1=paragraph 2.2=paragraph 2.2.I=point 2.2.II=point 2.2-A=paragraph 3-A 10 11',
      'LEI Nº 9.999\n\nTÍTULO I\nDOS PRINCÍPIOS\nArt. 1o Esta Lei dispõe sobre portos.\n§ 1o O porto é público.\n§ 2o O cais é largo.\n§ 3o A grua pinta-se:\nI – de azul;\nII – de verde.\nArt. 2o Revogam-se as disposições.\n':
        'title-I=title 1 1.1=paragraph 1.2=paragraph 1.3=paragraph 1.3.I=point 1.3.II=point 2',
      '# Lei\n\n### Art. 1º\n\nTexto do caput:\n\nI - um;\n\nII - dois.\n\n§ 1º Um.\n\n§ 2º Dois.\n\n§ 3º Tres.\n\n§ 4º Quatro.\n\n§ 5º Cinco.\n\n§ 6º Seis.\n\n§ 7º Sete.\n\n§ 8º Oito.\n\n§ 9º Nove.\n\n§ 10. Dez.\n\n§ 11. Onze.\n\n### Art. 2º\n\nFim.\n':
        '1 1.I=paragraph 1.II=paragraph 1.1=paragraph 1.2=paragraph 1.3=paragraph 1.4=paragraph 1.5=paragraph 1.6=paragraph 1.7=paragraph 1.8=paragraph 1.9=paragraph 1.10=paragraph 1.11=paragraph 2',
    })
  })

  test('of Spain and Latin America: articles and chapters in words, additional provisions, fracciones, transitorios', async () => {
    await assertLabels({
      '# Ley de puertos\n\n## CAPÍTULO PRIMERO. Disposiciones generales\n\nArtículo primero. Objeto.\n\nLa ley regula puertos.\n\nArtículo segundo. Ámbito.\n\n1. Se aplica aquí:\n\na) uno;\n\nb) dos.\n\n2. No se aplica allí.\n\n## CAPÍTULO SEGUNDO\n\nArtículo tercero.- Las gruas son azules.\n\nDisposición adicional primera. Pintura.\n\nSe pinta.\n\nDisposición adicional segunda. Luz.\n\nSe ilumina.\n\nDisposición transitoria única. Plazo.\n\nUn año.\n\nDisposición final primera. Entrada en vigor.\n\nHoy.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.1.a=point 2.1.b=point 2.2=paragraph chp-2=chapter 3 DA1 DA2 DT1 DF1',
      '# Resolución\n\n**Artículo Primero.- ** Aprobar la Directiva.\n\n**Artículo Segundo.- ** Disponer que se coordine.\n\n**Artículo Tercero.- ** Disponer la publicación.\n':
        '1 2 3',
      '# Ley 1/2020\n\n#### Artículo 1. Objeto.\n\nUno.\n\n#### Artículo 2. Ámbito.\n\nDos.\n\n#### Disposición adicional primera. Cosas.\n\nTres.\n\n#### Disposición derogatoria única. Derogación.\n\nCuatro.\n':
        '1 2 DA1 DD1',
      '# Real Decreto\n\nArtículo único. Aprobación.\n\nSe aprueba el reglamento.\n\nDisposición final primera. Vigor.\n\nHoy.\n':
        '1 DF1',
      '# Ley General\n\n## TÍTULO PRIMERO\n\n## CAPÍTULO I\n\nArtículo 1o.- La presente Ley es de orden público y tiene por objeto:\n\nI. Regular los puertos;\n\nII. Definir:\n\na) Muelles, y\n\nb) Grúas, y\n\nIII. Pintar.\n\nArtículo 2o.- El puerto es público.\n\nTRANSITORIOS\n\nPRIMERO.- Esta Ley entrará en vigor mañana.\n\nSEGUNDO.- Se derogan las demás.\n':
        'title-1=title chp-I=chapter 1 1.I=paragraph 1.II=paragraph 1.II.a=point 1.II.b=point 1.III=paragraph 2 annex=annex annex.1 annex.2',
      'LEY GENERAL DE PUERTOS\n\nTÍTULO PRIMERO\n\nDISPOSICIONES GENERALES\n\nCapítulo I\n\nDel objeto\n\nArtículo 1. La presente Ley es de orden público.\n\nArtículo 2. Son objetivos:\n\nI. Distribuir competencias;\n\nII. Establecer bases:\n\na) Unas, y\n\nb) Otras;\n\nIII. Regular.\n\nArtículo 3. Para los efectos de esta Ley:\n\nA. De la Federación:\n\nI. Uno;\n\nII. Dos.\n\nB. De los Estados:\n\nI. Tres.\n\nTRANSITORIOS\n\nPrimero. La presente Ley entrará en vigor.\n\nSegundo. Se abroga la anterior.\n':
        'title-1=title title-1.chp-I=chapter 1 2 2.I=paragraph 2.II=paragraph 2.II.a=point 2.II.b=point 2.III=paragraph 3 3.A=paragraph 3.A.I=point 3.A.II=point 3.B=paragraph 3.B.I=point annex=annex annex.1 annex.2',
      'LEY DE PUERTOS\n\nCAPITULO I\n\nDisposiciones generales\n\nARTICULO 1° — La presente ley regula los puertos.\n\nARTICULO 2° — A los fines de esta ley:\n\na) Muelle: lugar;\n\nb) Grúa: máquina.\n\nARTÍCULO 3° bis.- Incorporado.\n\nARTICULO 4° — Comuníquese al Poder Ejecutivo.\n':
        'chp-I=chapter 1 2 2.a=paragraph 2.b=paragraph 3bis 4',
      'LEY 1581 DE 2012\n\nTÍTULO I\nOBJETO\n\nARTÍCULO 1o. OBJETO. La presente ley tiene por objeto desarrollar un derecho.\n\nARTÍCULO 2o. ÁMBITO DE APLICACIÓN. Los principios serán aplicables:\n\na) A las bases;\n\nb) A los archivos.\n\nPARÁGRAFO 1o. Los principios se aplican.\n\nPARÁGRAFO 2o. El Gobierno reglamentará.\n\nARTÍCULO 3o. DEFINICIONES. Para los efectos.\n\nPARÁGRAFO. Una sola cosa.\n':
        'title-I=title 1 2 2.a=paragraph 2.b=paragraph 2.1=paragraph 2.2=paragraph 3 3.1=paragraph',
      '# Convenio\n\nArt 1 Objeto\n\nRegula.\n\nArt 2 Ámbito\n\nSe aplica.\n\nArt 3\n\nRige hoy.\n':
        '1 2 3',
    })
  })

  test('of Portugal, France, Quebec, Italy and Romania', async () => {
    await assertLabels({
      '# Decreto-Lei\n\nArtigo 1.º\n\nObjeto\n\n1 - O presente decreto regula portos.\n\n2 - Aplica-se a:\n\na) Cais;\n\nb) Gruas:\n\ni) Azuis;\n\nii) Verdes.\n\n3 - Fim.\n\nArtigo 2.º\n\nVigor\n\nEntra em vigor hoje.\n':
        '1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 1.2.b.i=point 1.2.b.ii=point 1.3=paragraph 2',
      '# Loi\n\n## TITRE PREMIER\n\n### Article 1er\n\nI. – Le port est public.\n\nII. – Il comprend :\n\n1° Le quai ;\n\n2° La grue :\n\na) bleue ;\n\nb) verte.\n\n### Article 2\n\nLe quai est long.\n\n### Article unique\n':
        'title-1=title title-1.1 title-1.1.I=paragraph title-1.1.II=paragraph title-1.1.II.1=point title-1.1.II.2=point title-1.1.II.2.a=point title-1.1.II.2.b=point 2 title-1.1-2',
      '# Loi sur les ports\n\n## CHAPITRE PREMIER — DISPOSITIONS GÉNÉRALES\n\n1. La présente loi régit les ports.\n\n2. Dans la présente loi, on entend par :\n\n1° « quai » : un lieu;\n\n2° « grue » : une machine.\n\n## CHAPITRE DEUXIÈME — FIN\n\n3. La présente loi entre en vigueur.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.2=paragraph chp-2=chapter 3',
      '# Legge\n\n## Capo I\n\n### Art. 1-bis\n\n(Porti)\n\n1. I porti sono pubblici.\n\n1-bis. Le gru sono blu:\n\na) una;\n\na-bis) due;\n\nb) tre.\n\n2. Fine.\n\n### Articolo primo\n':
        'chp-I=chapter 1-bis 1-bis.1=paragraph 1-bis.1-bis=paragraph 1-bis.1-bis.a=point 1-bis.1-bis.a-bis=point 1-bis.1-bis.b=point 1-bis.2=paragraph 1',
      '# Lege\n\n## CAPITOLUL I Dispoziții generale\n\nArt. 1. - (1) Legea reglementează porturile.\n\n(2) Portul cuprinde:\n\na) cheiul;\n\nb) macaraua.\n\nArt. 2. - Legea intră în vigoare.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 2',
    })
  })
})

suite('Laws in other languages of Europe', () => {
  test('counted by § before or behind the number', async () => {
    await assertLabels({
      '# Hafengesetz\n\n## § 1 Zweck\n\n(1) Zweck ist es,\n\n1. zu bauen,\n2. zu malen:\n   a) blau,\n   b) rot.\n\n(2) Dies gilt.\n\n## § 1a Begriffe\n\nKai ist ein Ort.\n\n## § 2\n\n(1) Eins.\n\n(2) Zwei.\n':
        '1 1.1=paragraph 1.1.1=point 1.1.2=point 1.1.2.a=point 1.1.2.b=point 1.2=paragraph 1a 2 2.1=paragraph 2.2=paragraph',
      'Hafengesetz\n\nErster Abschnitt\nAllgemeines\n\n§ 1\nZweck\n\n(1) Dieses Gesetz regelt Häfen.\n(2) Es gilt für\n1. Kaie,\n2. Kräne.\n\n§ 2\nBegriffe\n\nKai ist ein Ort.\n\nZweiter Abschnitt\nSchluss\n\n§ 3\nInkrafttreten\n\nDieses Gesetz tritt in Kraft.\n':
        'sec-1=section 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 2 sec-2=section 3',
      'Lag om hamnar\n\n3 § Den som bygger en kaj ska anmäla det.\n4 § Anmälan ska innehålla\n1. namn,\n2. adress.\n\n5 § Myndigheten får meddela föreskrifter.\n':
        '3 4 4.1=paragraph 4.2=paragraph 5',
      '# Lag om hamnar\n\n## 1 kap. Inledande bestämmelser\n\n1 § Denna lag gäller hamnar.\n\n2 § I lagen avses med\n\n1. kaj: plats,\n\n2. kran: maskin.\n\n2 a § Infogad bestämmelse.\n\n## 2 kap. Tillsyn\n\n1 § Myndigheten ska\n\na) pröva, och\n\nb) kontrollera.\n':
        'chp-1=chapter chp-1.1 2 2.1=paragraph 2.2=paragraph 2a chp-2=chapter chp-2.1 chp-2.1.a=paragraph chp-2.1.b=paragraph',
      '# Satamalaki\n\n## 1 luku Yleiset säännökset\n\n### 1 § Lain tarkoitus\n\nTämä laki koskee satamia.\n\n### 2 § Määritelmät\n\nTässä laissa tarkoitetaan:\n\n1) satamalla paikkaa;\n\n2) nosturilla konetta.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.2=paragraph',
      '# Havnelov\n\n## Kapitel 1 Indledning\n\n§ 1. Loven gælder for\n\n1) kajer og\n\n2) kraner.\n\nStk. 2. Ministeren kan fastsætte regler.\n\n§ 2. Loven træder i kraft.\n\nStk. 2. Den gælder ikke for både.\n':
        'chp-1=chapter 1 1.1=paragraph 1.1.1=point 1.1.2=point 1.2=paragraph 2 2.2=paragraph',
      '# Havneloven\n\n## Kapittel 1. Innledning\n\n§ 1. Formål\n\nLoven gjelder havner.\n\n§ 2. Definisjoner\n\nI loven menes med\n\na) kai: sted,\n\nb) kran: maskin.\n\n§ 2-1. Tilsyn\n\nTilsyn føres.\n':
        'chp-1=chapter 1 2 2.a=paragraph 2.b=paragraph 2-1',
      '# Törvény\n\n## I. FEJEZET\n\n1. § (1) A törvény a kikötőkről szól.\n\n(2) A kikötő részei:\n\na) rakpart,\n\nb) daru.\n\n2. § Hatályba lép.\n\n2/A. § Beiktatva.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 2 2-A',
      '# Zákon\n\n## ČÁST PRVNÍ\n\n### HLAVA I\n\n§ 1\n\nPředmět úpravy\n\n(1) Zákon upravuje přístavy.\n\n(2) Přístav je\n\na) molo,\n\nb) jeřáb.\n\n§ 2\n\nZákon nabývá účinnosti.\n':
        'part-1=part part-1.title-I=title 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 2',
    })
  })

  test('of Switzerland, the Netherlands and Poland', async () => {
    await assertLabels({
      '# Verordnung\n\n## Art. 1 Gegenstand\n\n1 Diese Verordnung regelt Häfen.\n\n2 Sie gilt für:\n\na. Kaie;\n\nb. Kräne:\n\n1. blaue,\n\n2. rote.\n\n2bis Sie gilt nicht für Boote.\n\n## Art. 2 Begriffe\n\nKai ist ein Ort.\n\n## Art. 2a\n\n¹ Eins.\n\n² Zwei.\n':
        '1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 1.2.b.1=point 1.2.b.2=point 1.2bis=paragraph 2 2a 2a.1=paragraph 2a.2=paragraph',
      '# Havenwet\n\n## Hoofdstuk 1. Algemeen\n\n### Artikel 1\n\nIn deze wet wordt verstaan onder:\n\na. kade: plaats;\n\nb. kraan: machine:\n\n1°. blauw;\n\n2°. groen.\n\n### Artikel 2\n\n1. Er is een haven.\n\n2. De haven is openbaar.\n\n### Artikel 2a\n\nIngevoegd.\n':
        'chp-1=chapter 1 1.a=paragraph 1.b=paragraph 1.b.1=point 1.b.2=point 2 2.1=paragraph 2.2=paragraph 2a',
      '# Ustawa\n\n## Rozdział 1 Przepisy ogólne\n\nArt. 1. Ustawa określa porty.\n\nArt. 2. 1. Port jest publiczny.\n\n2. Port obejmuje:\n\n1) nabrzeże;\n\n2) dźwig:\n\na) niebieski,\n\nb) zielony.\n\nArt. 3. § 1. Kodeks stosuje się.\n\n§ 2. Kodeksu nie stosuje się.\n':
        'chp-1=chapter 1 2 2.1=paragraph 2.2=paragraph 2.2.1=point 2.2.2=point 2.2.2.a=point 2.2.2.b=point 3 3.1=paragraph 3.2=paragraph',
    })
  })

  test('in which the number stands before its word', async () => {
    await assertLabels({
      '# Įstatymas\n\n## I SKYRIUS\n\n### 1 straipsnis. Įstatymo paskirtis\n\n1. Įstatymas reguliuoja uostus.\n\n2. Uostą sudaro:\n\n1) krantinė;\n\n2) kranas.\n\n### 2 straipsnis. Įsigaliojimas\n\nŠiandien.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 2',
      '# Likums\n\n## I nodaļa. Vispārīgie noteikumi\n\n1. pants. Likumā lietotie termini\n\n(1) Likums regulē ostas.\n\n(2) Ostā ir:\n\n1) piestātne;\n\n2) celtnis.\n\n2. pants. Spēkā stāšanās\n\nŠodien.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 2',
      '# Zakon\n\n1. člen\n\n(1) Zakon ureja pristanišča.\n\n(2) Pristanišče obsega pomol.\n\n2. člen\n\n(začetek veljavnosti)\n\nZakon začne veljati.\n':
        '1 1.1=paragraph 1.2=paragraph 2',
      '# Lög um hafnir\n\n## I. kafli. Almenn ákvæði\n\n1. gr. Markmið.\n\nLög þessi gilda um hafnir.\n\n2. gr. Orðskýringar.\n\nÍ lögum þessum merkir:\n\n1. Bryggja: staður.\n\n2. Krani: vél.\n':
        'chp-I=chapter 1 2 2.1=paragraph 2.2=paragraph',
    })
  })

  test('in Cyrillic and Greek', async () => {
    await assertLabels({
      'Закон о портах\n\nГлава 1. Общие положения\n\nСтатья 1. Предмет регулирования\n\n1. Закон регулирует порты.\n2. Порт включает:\n1) причал;\n2) кран:\nа) синий;\nб) зеленый.\n\nСтатья 2. Вступление в силу\n\nЗакон вступает в силу сегодня.\n':
        'chp-1=chapter 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 1.2.2.1=point 1.2.2.2=point 2',
      '# Закон\n\n## Глава първа ОБЩИ ПОЛОЖЕНИЯ\n\nЧл. 1. (1) Законът урежда пристанищата.\n\n(2) Пристанището обхваща:\n\n1. кей;\n\n2. кран:\n\nа) син;\n\nб) зелен.\n\nЧл. 2. Законът влиза в сила.\n':
        'chp-1=chapter 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 1.2.2.1=point 1.2.2.2=point 2',
      '# Νόμος\n\n## ΚΕΦΑΛΑΙΟ Α΄\n\n### Άρθρο 1\n\nΣκοπός\n\n1. Ο νόμος ρυθμίζει λιμένες.\n\n2. Ο λιμένας περιλαμβάνει:\n\nα) αποβάθρα,\n\nβ) γερανό.\n\n### Άρθρο 2\n\nΙσχύει σήμερα.\n':
        'sec-1=section 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 2',
      'ЗАКОН УКРАЇНИ\n\nРозділ I\nЗАГАЛЬНІ ПОЛОЖЕННЯ\n\nСтаття 1. Сфера дії\n\n1. Цей Закон регулює порти.\n\n2. Закон не поширюється на:\n\n1) човни;\n\n2) плоти.\n\nСтаття 2. Терміни\n\nПорт — місце.\n':
        'sec-I=section 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 2',
    })
  })
})

suite('Laws elsewhere', () => {
  test('of Vietnam, Indonesia, Turkey, and in Arabic', async () => {
    await assertLabels({
      '# Luật\n\n## Chương I Quy định chung\n\n### Điều 1. Phạm vi\n\n1. Luật này quy định cảng.\n\n2. Cảng gồm:\n\na) Cầu;\n\nb) Cần;\n\nc) Đèn;\n\nd) Kho;\n\nđ) Tàu;\n\ne) Bến;\n\ng) Kè.\n\n### Điều 2. Hiệu lực\n\nHôm nay.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 1.2.c=point 1.2.d=point 1.2.5=point 1.2.e=point 1.2.g=point 2',
      'BAB I\nKETENTUAN UMUM\n\nPasal 1\nDalam Undang-Undang ini yang dimaksud dengan:\n1. Pelabuhan adalah tempat.\n2. Dermaga adalah bangunan.\n\nPasal 2\n(1) Pelabuhan bersifat umum.\n(2) Pelabuhan meliputi:\na. dermaga; dan\nb. derek.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 2 2.1=paragraph 2.2=paragraph 2.2.a=point 2.2.b=point',
      '# Kanun\n\n## BİRİNCİ BÖLÜM\n\nMADDE 1 – (1) Bu Kanun limanları düzenler.\n\n(2) Liman şunları kapsar:\n\na) Rıhtım,\n\nb) Vinç.\n\nMADDE 2 – (1) Bu Kanun yürürlüğe girer.\n':
        'chp-1=chapter 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 2 2.1=paragraph',
      '# قانون\n\nالمادة 1: تعريفات\n\nيقصد بالميناء مكان.\n\nالمادة 2: نطاق\n\nيسري القانون.\n':
        '1 2',
    })
  })
})

suite('Acts whose sections bear a number alone', () => {
  test('in headings, as of the United Kingdom, Australia, New Zealand and Hong Kong', async () => {
    await assertLabels({
      '# Harbours Act 2024\n\n## Part 1 Quays\n\n### 1 Duty to build\n\n(1) The Minister must build quays.\n\n(2) A quay includes—\n\n(a) a mole;\n\n(b) a pier, and—\n\n(i) its lamps;\n\n(ii) its cranes.\n\n(2A) Inserted.\n\n### 2 Interpretation\n\nIn this Act “crane” means a machine.\n\n## Part 2 Final\n\n### 3A Extent\n\nThis Act extends to Wales.\n\n## Schedule 1 Fees\n\n### Paragraph 1\n\nFees are low.\n':
        'part-1=part 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 1.2.b.i=point 1.2.b.ii=point 1.2A=paragraph 2 part-2=part 3A annex-1=annex',
      '<!doctype html><html><body><h1>Harbours Act 2024</h1><h2>PART 1</h2><h2>QUAYS</h2><h3>1 Duty to build</h3><p>(1) The Minister must build quays.</p><p>(2) A quay includes—</p><p>(a) a mole;</p><p>(b) a pier.</p><h3>2 Interpretation</h3><p>In this Act “crane” means a machine.</p><h2>SCHEDULE</h2><p>Section 1</p><h3>1</h3><p>Fees are low.</p></body></html>':
        'part-1=part 1 1.1=paragraph 1.2=paragraph 1.2.a=point 1.2.b=point 2 annex=annex annex.1',
      '# Harbours Act 2024\n\n## Part 1—Preliminary\n\n### Division 1—Introduction\n\n#### 1  Short title\n\nThis Act is the Harbours Act 2024.\n\n#### 2  Commencement\n\n(1) Each provision commences as follows.\n\n(2) In this section:\n\n(a) one; and\n\n(b) two.\n\nNote: See section 5.\n\n### Division 2—Duties\n\n#### 3  Duty\n\nA person must build.\n\nPenalty: 50 penalty units.\n':
        'part-1=part part-1.sec-1=section 1 2 2.1=paragraph 2.2=paragraph 2.2.a=point 2.2.b=point part-1.sec-2=section 3',
      '# Harbours Act 2020\n\n## Part 1 Preliminary provisions\n\n### 1 Title\n\nThis Act is the Harbours Act 2020.\n\n### 2 Commencement\n\nThis Act comes into force on 1 December 2020.\n\n### 3 Purpose\n\n(1) The purpose of this Act is to build.\n\n(2) To that end, this Act—\n\n(a) provides; and\n\n(b) ensures.\n\n## Part 2 Quays\n\n### Subpart 1—Building\n\n#### 4 Duty\n\nA person must build.\n':
        'part-1=part 1 2 3 3.1=paragraph 3.2=paragraph 3.2.a=point 3.2.b=point part-2=part part-2.sec-1=section 4',
      '<!doctype html><html><body><h1>Cap. 999 Harbours Ordinance</h1><h2>Part 1</h2><h2>Preliminary</h2><p><b>1. Short title</b></p><p>This Ordinance may be cited as the Harbours Ordinance.</p><p><b>2. Interpretation</b></p><p>(1) In this Ordinance—</p><p>crane means a machine;</p><p>(2) A quay includes—</p><p>(a) a mole;</p><p>(b) a pier.</p></body></html>':
        'part-1=part 1 2 2.1=paragraph 2.2=paragraph 2.2.a=point 2.2.b=point',
      '# The Harbours Act\n\n### 1. Short title\n\nThis Act may be called so.\n\n### 2. Definitions\n\nIn this Act—\n\n(a) one;\n\n(b) two.\n\n### 3. Duty\n\n(1) Build.\n\n(2) Paint.\n':
        '1 2 2.a=paragraph 2.b=paragraph 3 3.1=paragraph 3.2=paragraph',
    })
  })

  test('in paragraphs, with a title above or behind it, as of India, Ireland, Singapore, Malaysia, South Africa and Kenya', async () => {
    await assertLabels({
      '# THE HARBOURS ACT, 2024\n\n## CHAPTER I\n\n## PRELIMINARY\n\n1. Short title, extent and commencement.—(1) This Act may be called the Harbours Act, 2024.\n\n(2) It extends to the whole of India.\n\n2. Definitions.—In this Act, unless the context otherwise requires,—\n\n(a) “crane” means a machine;\n\n(b) “quay” means a place.\n\n## CHAPTER II\n\n## DUTIES\n\n3. Duty to build.—(1) The Board shall build—\n\n(i) quays; and\n\n(ii) moles.\n\n(2) The Board shall paint.\n\nExplanation.—Paint is blue.\n\n4. Power to make rules.—The Government may make rules.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 2 2.a=paragraph 2.b=paragraph chp-II=chapter 3 3.1=paragraph 3.1.i=point 3.1.ii=point 3.2=paragraph 4',
      'THE HARBOURS ACT, 2024\n\nAn Act to provide for harbours.\n\nCHAPTER I\nPRELIMINARY\n1. Short title and commencement.—(1) This Act may be called the Harbours Act, 2024.\n(2) It shall come into force at once.\n2. Definitions.—In this Act,—\n(a) “crane” means a machine;\n(b) “quay” means a place.\nCHAPTER II\nDUTIES\n3. Duty to build.—The Board shall build.\nTHE SCHEDULE\nFees are low.\n':
        'chp-I=chapter 1 1.1=paragraph 1.2=paragraph 2 2.a=paragraph 2.b=paragraph chp-II=chapter 3 annex=annex',
      'HARBOURS ACT 2024\n\nPART 1\n\nPreliminary and General\n\nShort title and commencement\n\n1. (1) This Act may be cited as the Harbours Act 2024.\n\n(2) This Act shall come into operation on such day as the Minister may appoint.\n\nInterpretation\n\n2. In this Act—\n\n“crane” means a machine;\n\n“quay” means a place.\n\nPART 2\n\nDuties\n\nDuty to build\n\n3. (1) The Minister shall—\n\n(a) build, and\n\n(b) paint.\n\n(2) Nothing else.\n':
        'part-1=part 1 1.1=paragraph 1.2=paragraph 2 part-2=part 3 3.1=paragraph 3.1.a=point 3.1.b=point 3.2=paragraph',
      '<!doctype html><html><body><h1>Harbours Act 2024</h1><h2>PART 1</h2><h3>PRELIMINARY</h3><p><b>Short title</b></p><p><b>1.</b>  This Act is the Harbours Act 2024.</p><p><b>Interpretation</b></p><p><b>2.</b>—(1)  In this Act, unless the context otherwise requires —</p><p>(a) crane means a machine;</p><p>(b) quay means a place.</p><p>(2)  A pier is a quay.</p><h2>PART 2</h2><h3>DUTIES</h3><p><b>Duty</b></p><p><b>3.</b>—(1)  The Authority must build.</p><p>(2)  It must paint.</p></body></html>':
        'part-1=part 1 2 2.1=paragraph 2.1.a=point 2.1.b=point 2.2=paragraph part-2=part 3 3.1=paragraph 3.2=paragraph',
      '<!doctype html><html><head><title>Personal Data Act</title></head><body><p>PART I</p><p>PRELIMINARY</p><p>Short title and commencement</p><p>1. (1) This Act may be cited as the Personal Data Act 2010.</p><p>(2) This Act comes into operation on a date.</p><p>Application</p><p>2. (1) This Act applies to—</p><p>(a) any person who processes; and</p><p>(b) any person who controls.</p></body></html>':
        'part-I=part 1 1.1=paragraph 1.2=paragraph 2 2.1=paragraph 2.1.a=point 2.1.b=point',
      'HARBOURS ACT 4 OF 2013\n\nCHAPTER 1\nDEFINITIONS AND PURPOSE\n\nDefinitions\n\n1. In this Act, unless the context indicates otherwise—\n\n“quay” means a place;\n\nPurpose of Act\n\n2. The purpose of this Act is to—\n\n(a) build;\n\n(b) paint—\n\n(i) blue;\n\n(ii) green; and\n\n(c) keep.\n\nCHAPTER 2\nAPPLICATION\n\nApplication\n\n3. (1) This Act applies to quays.\n\n(2) (a) This Act prevails.\n\n(b) If another Act is stricter, that prevails.\n':
        'chp-1=chapter 1 2 2.a=paragraph 2.b=paragraph 2.b.i=point 2.b.ii=point 2.c=paragraph chp-2=chapter 3 3.1=paragraph 3.2=paragraph 3.2.a=point 3.2.b=point',
      'CONSTITUTION OF KENYA\n\nCHAPTER FOUR—THE BILL OF RIGHTS\n\nPart 1 – General Provisions\n\n19. (1) The Bill of Rights is an integral part of Kenya’s democratic state.\n\n(2) The purpose is to preserve dignity.\n\n(3) The rights—\n\n(a) belong to each individual;\n\n(b) do not exclude other rights; and\n\n(c) are subject only to limitations.\n\n20. (1) The Bill of Rights applies to all law.\n\n(2) Every person shall enjoy the rights.\n':
        'chp-4=chapter chp-4.part-1=part 19 19.1=paragraph 19.2=paragraph 19.3=paragraph 19.3.a=point 19.3.b=point 19.3.c=point 20 20.1=paragraph 20.2=paragraph',
    })
  })
})

suite('Bills and acts in Markdown', () => {
  test('of the United States, the Philippines and the European Union', async () => {
    await assertLabels({
      '# H.R. 1\n\n## SECTION 1. SHORT TITLE.\n\nThis Act may be cited as the “Harbours Act”.\n\n## SEC. 2. DUTIES.\n\n(a) In General.—The Secretary shall—\n\n(1) build; and\n\n(2) paint—\n\n(A) blue; or\n\n(B) green.\n\n(b) Reports.—Not later than 1 year after.\n\n### TITLE I—CRANES\n\n## SEC. 101. CRANES.\n\nCranes are blue.\n':
        '1 2 2.a=paragraph 2.a.1=point 2.a.2=point 2.a.2.A=point 2.a.2.B=point 2.b=paragraph title-I=title 101',
      'REPUBLIC ACT NO. 10173\n\nCHAPTER I\nGENERAL PROVISIONS\n\nSECTION 1. Short Title. – This Act shall be known as the “Data Act”.\n\nSEC. 2. Declaration of Policy. – It is the policy of the State.\n\nSEC. 3. Definition of Terms. – Whenever used in this Act:\n\n(a) Commission shall refer to the body.\n\n(b) Consent refers to any indication:\n\n(1) first; and\n\n(2) second.\n':
        'chp-I=chapter 1 2 3 3.a=paragraph 3.b=paragraph 3.b.1=point 3.b.2=point',
      '# Regulation (EU) 2024/1\n\nof 1 May 2024\n\nTHE EUROPEAN PARLIAMENT AND THE COUNCIL,\n\nHaving regard to the Treaty,\n\nWhereas:\n\n(1) Quays matter.\n\n(2) Cranes matter.\n\nHAVE ADOPTED THIS REGULATION:\n\nCHAPTER I\n\nGENERAL\n\nArticle 1\n\nSubject matter\n\n1.   This Regulation lays down rules:\n\n(a) on quays;\n\n(b) on cranes:\n\n(i) blue;\n\n(ii) green.\n\n2.   It applies to boats.\n\nArticle 2\n\nDefinitions\n\nFor the purposes of this Regulation:\n\n(1) ‘quay’ means a place;\n\n(2) ‘crane’ means a machine.\n\nANNEX I\n\nFees\n\n1. Low.\n\n2. High.\n':
        'rct-1=recital rct-2=recital chp-I=chapter 1 1.1=paragraph 1.1.a=point 1.1.b=point 1.1.b.i=point 1.1.b.ii=point 1.2=paragraph 2 2.1=paragraph 2.2=paragraph annex-I=annex annex-I.1 annex-I.2',
    })
  })
})
