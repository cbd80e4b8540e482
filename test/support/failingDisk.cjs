// Loaded before the command line: has calls of `node:fs` fail that have to do with one file. FAULT is the code of
// the error, FAULT_ON the names of the calls, FAULT_OF what the paths of the file end with.
const fs = require('node:fs')
const { FAULT, FAULT_ON = '', FAULT_OF = '' } = process.env

function failure(name, file) {
  return Object.assign(new Error(`${FAULT}: on purpose, ${name} '${file}'`), {
    code: FAULT,
    path: file,
  })
}

function failing(api, name, isAtOnce) {
  const call = api[name]
  api[name] = (...args) => {
    if (!args.slice(0, 2).some((one) => String(one).endsWith(FAULT_OF))) return call(...args)
    if (isAtOnce) throw failure(name, String(args[0]))
    return Promise.reject(failure(name, String(args[0])))
  }
}

/** A disk that is full when half of what is written is on it. */
function failingWrites(open) {
  return async (...args) => {
    const handle = await open(...args)
    if (!String(args[0]).endsWith(FAULT_OF)) return handle
    const write = handle.write.bind(handle)
    handle.write = async (bytes, from, length, ...rest) => {
      await write(bytes, from, length >> 1, ...rest)
      throw failure('write', String(args[0]))
    }
    return handle
  }
}

for (const name of FAULT_ON.split(' ')) {
  if (name === 'write') fs.promises.open = failingWrites(fs.promises.open)
  else {
    failing(fs.promises, name, false)
    if (`${name}Sync` in fs) failing(fs, `${name}Sync`, true)
  }
}
