/** So many bytes are looked through for what a document declares; browsers do with fewer. */
const searched = 8192

/**
 * The encoding that a document declares, in `<meta charset>`, in `http-equiv`, or in its XML declaration, as
 * it is written there; `undefined` where it declares none.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, searched))
  const [, ofXml] =
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(start) ?? []
  if (ofXml !== undefined) return ofXml
  for (const behind of start.toLowerCase().split('<meta').slice(1)) {
    const tag = behind.slice(0, Math.max(0, behind.indexOf('>')))
    const [, label] = /charset\s*=[\s"']*([\w.:-]{1,40})/iu.exec(tag) ?? []
    if (label !== undefined) return label
  }
  return undefined
}
