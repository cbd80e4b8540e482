// Mocha's browser build reads location.search when it is loaded; no extension host has one.
if (!('location' in globalThis)) Reflect.set(globalThis, 'location', { search: '' })
