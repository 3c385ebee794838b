// App messages (files, links, quotes, forwarded records) come from some puppets as WeChat's own XML. Only a handful of
// fields is wanted, from one fixed writer; what cannot be found is simply missing.

/** Longest XML that is looked into, in characters. */
export const LONGEST_XML = 200_000

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const character = (code: number): string => {
  try {
    return String.fromCodePoint(code)
  } catch {
    return ''
  }
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/giu, (_all, hex, decimal, name) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? '')
      : character(hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)),
  )

/**
 * What stands in the first element of that name, its text with entities resolved, or raw; `null` where there is none.
 */
export const fieldOf = (xml: string, name: string, as: 'text' | 'raw' = 'text'): string | null => {
  const open = xml.search(new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'u'))
  if (open < 0) return null
  const from = xml.indexOf('>', open) + 1
  const to = xml.indexOf(`</${name}>`, from)
  if (to < 0 || xml[from - 2] === '/') return null
  const inside = xml.slice(from, to)
  if (as === 'raw') return inside
  const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/u.exec(inside)
  return cdata ? (cdata[1] as string) : unescaped(inside)
}

/** Whether a text begins as WeChat's XML does. */
export const mayBeApp = (text: string): boolean => /^\s{0,99}<(?:\?xml|msg|appmsg)/u.test(text.slice(0, 120))

/** The inside of the `appmsg` element of a message that is WeChat's XML, else `null`. */
export const appMessageOf = (text: string): string | null =>
  mayBeApp(text) ? fieldOf(text.slice(0, LONGEST_XML), 'appmsg', 'raw') : null
