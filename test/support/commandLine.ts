/** The Node that runs the built command line: that of the tests, unless another is named. */
export const nodeOfCommandLine = process.env['NODE_OF_COMMAND_LINE'] ?? process.execPath
