/** Runs of control characters, line ends among them. */
export const control = /[\p{Cc}\u2028\u2029]+/gu

/** Bidirectional controls: invisible, and able to make a text read as another one. */
export const bidiControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
