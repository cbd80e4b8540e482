/** A style of our own with `citation` and `layout` as CSL writes them, since no style ships with Pandoc but one. */
function cslStyle(kind: 'in-text' | 'note', layout: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="en-US">`,
    '<info><title>Ours</title><id>ours</id><updated>2026-11-29T00:00:00+00:00</updated></info>',
    '<macro name="place"><group delimiter=" "><label variable="locator" form="short"/>',
    '<text variable="locator"/></group></macro>',
    `<citation>${layout}</citation>`,
    '<bibliography><layout><text variable="title"/></layout></bibliography>',
    '</style>',
  ].join('\n')
}

/** What these tests print in: Pandoc's own author-date style, and two of ours, a numeric and a note style. */
export const printedStyles: Readonly<Record<'in-text' | 'numeric' | 'note', string | undefined>> = {
  'in-text': undefined,
  numeric: cslStyle(
    'in-text',
    '<layout prefix="[" suffix="]" delimiter="; "><group delimiter=", "><text variable="citation-number"/><text macro="place"/></group></layout>',
  ),
  note: cslStyle(
    'note',
    '<layout suffix="." delimiter="; "><group delimiter=", "><names variable="author"><substitute><text variable="title"/></substitute></names><text variable="title" font-style="italic"/><text macro="place"/></group></layout>',
  ),
}

/** A style that says in `‹›` what Pandoc takes a locator for. */
export const labelStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Labels</title><id>labels</id></info>
  <citation>
    <layout delimiter="; ">
      <text variable="title"/>
      <label variable="locator" prefix=" ‹" suffix="›"/>
      <text variable="locator" prefix=" "/>
    </layout>
  </citation>
</style>`
