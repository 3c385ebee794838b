declare module 'word-extractor' {
  /** Texts of a Word file of before 2007: `\t` ends a cell, `\t\n` a row. */
  interface ExtractedDocument {
    getBody(options?: Options): string
    getHeaders(options?: Options & { includeFooters?: boolean }): string
    getTextboxes(options?: Options & { includeHeadersAndFooters?: boolean }): string
  }

  interface Options {
    /** Plain quotation marks and dashes instead of typographic ones; on unless switched off. */
    filterUnicode?: boolean
  }

  export default class WordExtractor {
    extract(source: Buffer): Promise<ExtractedDocument>
  }
}
