import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from './projectPaths.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Takes a picture of `box` of the window that is light enough to be packed: WebP in few colours. It goes into
 * media/ when `npm run pictures` asks for that, and otherwise among the test's output; its size in bytes.
 */
export async function smallPicture(page: Page, name: string, box: Box): Promise<number> {
  const png = await page.screenshot({ animations: 'disabled', clip: box })
  const bytes = Buffer.from(await asWebp(page, png.toString('base64')), 'base64')
  const file = path.join(projectRoot, process.env['PICTURES_FOLDER'] ?? '.test-out/pictures', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return bytes.length
}

/** So far apart are the shades of a colour that are kept, of 255: the edges of letters need no more. */
const shade = '51'

/** The browser writes it, on a page of its own: that of VS Code forbids what is needed for it. */
async function asWebp(page: Page, png: string): Promise<string> {
  const empty = await page.context().newPage()
  try {
    return await empty.evaluate<string>(`(async () => {
      const picture = new Image()
      picture.src = 'data:image/png;base64,${png}'
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.width
      canvas.height = picture.height
      const drawn = canvas.getContext('2d')
      drawn.drawImage(picture, 0, 0)
      const pixels = drawn.getImageData(0, 0, canvas.width, canvas.height)
      pixels.data.forEach((value, at) => {
        if (at % 4 !== 3) pixels.data[at] = 255 - Math.round((255 - value) / ${shade}) * ${shade}
      })
      drawn.putImageData(pixels, 0, 0)
      return canvas.toDataURL('image/webp', 1).split(',')[1]
    })()`)
  } finally {
    await empty.close()
  }
}
