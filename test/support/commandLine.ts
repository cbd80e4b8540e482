/** The Node that runs the built command line: that of the tests, unless another is named. */
export const nodeOfCommandLine = process.env['NODE_OF_COMMAND_LINE'] ?? process.execPath

// What the command line says is compared in English, whatever language this machine speaks.
process.env['LC_ALL'] = 'C'
