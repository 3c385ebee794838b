/** Codes of the failures that people are told about. */
export type ErrorCode =
  | 'file-missing'
  | 'file-empty'
  | 'file-too-large'
  | 'file-unsupported'
  | 'file-damaged'
  | 'file-protected'
  | 'file-classified'
  | 'store-locked'
  | 'store-damaged'
  | 'store-unwritable'
  | 'store-newer'
  | 'usage'

/**
 * A failure with a message fit for a person: one Chinese sentence that says what, where and what to do.
 * Expected outcomes (no match, several, not allowed) are values and never thrown.
 */
export class DubanError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'DubanError'
    this.code = code
  }
}
