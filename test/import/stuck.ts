// In place of the process that reads documents: it never ends.
setInterval(() => undefined, 1000)
