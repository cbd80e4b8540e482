/**
 * The rules of dependency-cruiser that keep `rooms` (see rooms.cjs) as they say: one a room, by which
 * all but its doors is private, and one for each room that says whom it knows. Imports of types count.
 */
exports.rulesOf = (rooms) => [
  ...rooms.map(privacyOf),
  ...rooms.filter(({ knows }) => knows !== undefined).map(directionOf),
]

function privacyOf({ folder, doors }) {
  return {
    name: `${folder}: all but its doors is private`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^${folder}/` },
    to: { path: `^${folder}/`, pathNot: doors.map((door) => `^${folder}/${exactly(door)}$`) },
  }
}

function directionOf({ folder, knows }) {
  return {
    name: `${folder}: knows ${['itself', ...knows].join(', ')}`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { path: '^src/', pathNot: [`^${folder}/`, ...knows.map((known) => `^src/${known}/`)] },
  }
}

function exactly(door) {
  return door.replaceAll('.', String.raw`\.`)
}
