// How streams of a PDF are packed, besides by node:zlib (ISO 32000-1, 7.4).

/** Two digits for each byte. */
export function hexadecimal(bytes: Uint8Array): Uint8Array {
  return Buffer.from(`${Buffer.from(bytes).toString('hex')}>`)
}

/** Five characters for four bytes. */
export function base85(bytes: Uint8Array): Uint8Array {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = [0, 1, 2, 3].map((place) => bytes[at + place] ?? 0)
    let number = group.reduce((sum, byte) => sum * 256 + byte, 0)
    const digits = [0, 0, 0, 0, 0].map(() => {
      const digit = number % 85
      number = Math.floor(number / 85)
      return String.fromCharCode(0x21 + digit)
    })
    text += digits
      .reverse()
      .join('')
      .slice(0, Math.min(4, bytes.length - at) + 1)
  }
  return Buffer.from(`${text}~>`)
}

/** Runs of one byte where there are any, else the bytes as they are. */
export function runs(bytes: Uint8Array): Uint8Array {
  const packed: number[] = []
  for (let at = 0; at < bytes.length;) {
    let length = 1
    while (length < 128 && at + length < bytes.length && bytes[at + length] === bytes[at])
      length += 1
    packed.push(length > 1 ? 257 - length : 0, bytes[at] ?? 0)
    at += length
  }
  return Uint8Array.from([...packed, 128])
}

/** Codes of nine to twelve bits, for sequences that grow as they come again. */
export function lzw(bytes: Uint8Array): Uint8Array {
  const codes: number[] = [256]
  let known = new Map<string, number>()
  let sequence = ''
  for (const byte of bytes) {
    const longer = `${sequence}${String.fromCharCode(byte)}`
    if (longer.length === 1 || known.has(longer)) {
      sequence = longer
      continue
    }
    codes.push(codeOf(sequence, known))
    known.set(longer, 258 + known.size)
    sequence = String.fromCharCode(byte)
    if (known.size < 4000 - 258) continue
    codes.push(codeOf(sequence, known), 256)
    known = new Map()
    sequence = ''
  }
  if (sequence !== '') codes.push(codeOf(sequence, known))
  return inBits([...codes, 257])
}

/** Zeros, one more with each of `count` codes. */
export function lzwOfZeros(count: number): Uint8Array {
  return inBits([256, 0, ...Array.from({ length: count }, (_, place) => 258 + place), 257])
}

function codeOf(sequence: string, known: ReadonlyMap<string, number>): number {
  return sequence.length === 1 ? sequence.charCodeAt(0) : (known.get(sequence) ?? 0)
}

function inBits(codes: readonly number[]): Uint8Array {
  let bits = ''
  let entries = 0
  let hasLast = false
  for (const code of codes) {
    const width = Math.min(12, Math.max(9, Math.floor(Math.log2(258 + entries + 1)) + 1))
    bits += code.toString(2).padStart(width, '0')
    if (code === 256) {
      entries = 0
      hasLast = false
    } else {
      if (hasLast) entries += 1
      hasLast = true
    }
  }
  const bytes = bits.match(/.{1,8}/gu) ?? []
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
}
