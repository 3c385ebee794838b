import { trimCell } from '../cell-text.ts'

const RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u

/** A line of a Markdown table, or of a table drawn with strokes: at least two of them. */
export const isPipeRow = (line: string): boolean => (trimCell(line).match(/(?<!\\)[|｜│]/gu)?.length ?? 0) >= 2

/** The rule under a Markdown table's head. */
export const isPipeRule = (line: string): boolean => RULE.test(trimCell(line))

/** The cells of such a line; `<br>` breaks a line inside a cell. */
export const pipeCells = (line: string): string[] =>
  trimCell(line)
    .replace(/^[|｜│]|[|｜│]$/gu, '')
    .split(/(?<!\\)[|｜│]/u)
    .map((cell) =>
      trimCell(
        cell
          .replace(/\\\|/gu, '|')
          .replace(/<br\s*\/?>/giu, '\n')
          .replace(/\*\*|__/gu, ''),
      ),
    )
