// Loaded before vsce, which has no option for it: what is packed is deflated as tightly as zlib can.
'use strict'
const zlib = require('node:zlib')
const { DeflateRaw } = zlib

zlib.DeflateRaw = class extends DeflateRaw {
  constructor(options) {
    super({ ...options, level: zlib.constants.Z_BEST_COMPRESSION })
  }
}
