// control characters move a cursor or colour a screen, bidirectional marks turn the direction of the text around, half
// a character is none
const CONTROLS = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu

/** Takes out of a text what a ledger has no business to do to a screen; tabs and line ends stay. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '')
