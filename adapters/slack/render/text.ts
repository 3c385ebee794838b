import { withoutControls } from '../../../src/display/clean.ts'

const LONE_HIGH = /[\ud800-\udbff]$/

/** Cuts to at most `max` UTF-16 units, ending in … where something was left out; never through a character. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(LONE_HIGH, '')}…`

/** One line of it. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** Pieces of at most `max` units, cut at line ends where there are any. Nothing is lost but those line ends. */
export const pieces = (text: string, max: number): string[] => {
  const found: string[] = []
  let rest = text
  while (rest.length > max) {
    const end = rest.lastIndexOf('\n', max)
    const piece = end > 0 ? rest.slice(0, end) : rest.slice(0, max).replace(LONE_HIGH, '')
    found.push(piece)
    rest = rest.slice(end > 0 ? end + 1 : piece.length)
  }
  return [...found, rest].filter((piece) => piece.trim() !== '')
}

/** A ledger's text without what a screen would take for commands. */
export const clean = (text: string): string => withoutControls(text).replace(/\t/g, ' ').trim()

/** For the one place that Slack reads as markup whatever it is told: nobody is pinged and no link is forged. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
