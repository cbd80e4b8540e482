// In place of the process that reads PDFs: it never ends.
setInterval(() => undefined, 1000)
