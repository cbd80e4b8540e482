// The first import of every script here: they and the tests are TypeScript that Node runs directly.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 2)) {
  console.error(
    `Node ${process.versions.node} is too old for this script (24.2 is the least).\n` +
      'npm ci installs Node 24 into node_modules/.bin; run the script through npm, which uses that:\n' +
      '  npm ci && npm start        npm ci && npm test',
  )
  process.exit(1)
}
