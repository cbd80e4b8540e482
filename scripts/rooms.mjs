// Writes the rooms of .config/rooms.cjs into src/README.md: node scripts/rooms.mjs --write
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import config from '../.config/rooms.cjs'
import { root } from './steps.mjs'

const { rooms } = config

/** `page` with the layers and the table of rooms as `rooms` has them, between their marks. */
export function withRooms(page) {
  const layers = ['```', ...layersFromAbove().map((names) => ` ${names.join(' · ')}`), '```']
  const table = ['| room | doors | what is in it |', '| --- | --- | --- |', ...rooms.map(rowOf)]
  return put(table, 'rooms', put(layers, 'layers', page))
}

function put(lines, mark, page) {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const [before, rest] = page.split(begin)
  return [before, begin, '\n\n', lines.join('\n'), '\n\n', end, rest.split(end)[1]].join('')
}

function rowOf({ folder, doors, says }) {
  const named = doors.map((door) => `\`${door}\``).join(', ')
  return `| \`${folder}\` | ${named} | ${says} |`
}

/** The names of the rooms by how many stand below them; what is a part of another room is not shown. */
function layersFromAbove() {
  const whole = rooms.filter(({ knows }) => knows !== undefined)
  const names = Object.groupBy(whole, (room) => heightOf(room, whole))
  return Object.values(names)
    .reverse()
    .map((level) => level.map(({ folder }) => nameOf(folder)))
}

/** 0 for a room that knows no other. */
function heightOf({ folder, knows }, among) {
  const below = among.filter(
    (room) => room.folder !== folder && knows.some((name) => isWithin(nameOf(room.folder), name)),
  )
  return below.reduce((height, room) => Math.max(height, heightOf(room, among) + 1), 0)
}

function isWithin(name, other) {
  return name === other || name.startsWith(`${other}/`)
}

function nameOf(folder) {
  return folder.slice('src/'.length)
}

if (import.meta.main) {
  const file = path.join(root, 'src/README.md')
  const page = withRooms(readFileSync(file, 'utf8'))
  if (process.argv.includes('--write')) writeFileSync(file, page)
  else console.log(page)
}
