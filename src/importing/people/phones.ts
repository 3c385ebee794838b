/** A telephone number in a text: `[from, to)`, and its digits alone. */
export interface FoundPhone {
  from: number
  to: number
  digits: string
}

const MOBILE = /(?<!\d)(?:[+＋]?86[-\s]?)?(1[3-9]\d(?:[-－—\s]?\d{4}){2})(?!\d)/gu
/** With its area code, in brackets or before a stroke, or the seven or eight figures by themselves. */
const LANDLINE = /(?<!\d)(?:[（(]?0\d{2,3}[）)]?[-－—―\s]{0,2})?[2-8]\d{6,7}(?!\d)/gu
const GAPPED_LANDLINE = /(?<!\d)(?:[（(]?0\d{2,3}[）)]?[-－—―\s]{0,2})[2-8]\d{2,3}[-－\s]\d{4}(?!\d)/gu

const matches = (text: string, pattern: RegExp): FoundPhone[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    digits: (match[1] ?? match[0]).replace(/\D/gu, ''),
  }))

/** The telephone numbers in a cell, mobile and landline, left to right. */
export const findPhones = (text: string): FoundPhone[] => {
  const found = matches(text, MOBILE)
  for (const phone of [...matches(text, GAPPED_LANDLINE), ...matches(text, LANDLINE)]) {
    if (!found.some((other) => phone.from < other.to && other.from < phone.to)) found.push(phone)
  }
  return found.sort((a, b) => a.from - b.from)
}
