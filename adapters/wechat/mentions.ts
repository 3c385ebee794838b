/** What WeChat puts behind a name that was picked from the list: U+2005 on phones, an ordinary space on computers. */
const SEPARATOR = /^[\u2005\u00a0\u3000 ]/u
/** What may stand behind a name: nothing that could be more of it. */
const BOUNDARY = /^(?:$|[^\p{L}\p{N}_-])/u
/** `a@b.cn` mentions nobody. */
const BEFORE_AN_ADDRESS = /[A-Za-z0-9._%+-]/u
const ADDRESS = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/u
const EVERYONE = ['所有人', '全体成员', 'all', 'All', 'everyone']
/** What puppets write into the list of ids for a notice to the whole room. */
const EVERYONE_ID = /@all$/u
/** Longest name in characters that is taken for one without knowing it: WeChat allows 32. */
const LONGEST_NAME = 32

export interface MentionScene {
  /** Names the bot goes by in this room: its alias there, its own name, the configured one. */
  own: readonly string[]
  /** Names of others who are known to be mentioned. */
  others: readonly string[]
  /** Who was mentioned, as the puppet says; empty where it says nothing. */
  ids: readonly string[]
  /** The bot's own id. */
  self: string
}

export interface MentionReading {
  /** Without the bot's mentions; of others the name stays. */
  text: string
  mentioned: boolean
}

/** `picked`: a name from the list that nobody known has; `typed`: what follows a sign that was typed by hand. */
type Kind = 'text' | 'own' | 'other' | 'everyone' | 'picked' | 'typed'

interface Piece {
  kind: Kind
  text: string
}

const longestOf = (names: readonly string[], rest: string): string =>
  names.reduce(
    (best, name) =>
      name.length > best.length && rest.startsWith(name) && BOUNDARY.test(rest.slice(name.length)) ? name : best,
    '',
  )

/** What a sign is followed by. */
const mentionAt = (rest: string, scene: MentionScene): Piece | null => {
  const own = longestOf(scene.own, rest)
  const other = longestOf(scene.others, rest)
  // a namesake of the bot was meant where the ids say so
  const namesake = scene.ids.length > 0 && !scene.ids.includes(scene.self)
  if (own !== '' && (own.length > other.length || (own.length === other.length && !namesake)))
    return { kind: 'own', text: own }
  if (other !== '') return { kind: 'other', text: other }
  const everyone = longestOf(EVERYONE, rest)
  if (everyone !== '') return { kind: 'everyone', text: everyone }
  const head = rest.slice(0, LONGEST_NAME + 1)
  const picked = /^[^\u2005@\n]+(?=\u2005)/u.exec(head)
  if (picked) return { kind: 'picked', text: picked[0] }
  const typed = /^[\p{L}\p{N}][^\s@]*/u.exec(head)
  return typed ? { kind: 'typed', text: typed[0] } : null
}

/** The text cut at its mentions. */
const piecesOf = (text: string, scene: MentionScene): Piece[] => {
  const pieces: Piece[] = []
  let plain = ''
  const endPlain = (): void => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    const rest = char === '@' || char === '＠' ? text.slice(at + 1, at + 1 + 4 * LONGEST_NAME) : ''
    const inAddress = at > 0 && BEFORE_AN_ADDRESS.test(text[at - 1] as string) && ADDRESS.test(rest)
    const mention = rest === '' || inAddress ? null : mentionAt(rest, scene)
    if (mention === null) {
      plain += char
      continue
    }
    endPlain()
    pieces.push(mention)
    at += mention.text.length
    if (SEPARATOR.test(text.slice(at + 1, at + 2))) {
      plain = ' '
      at++
    }
  }
  endPlain()
  return pieces
}

/**
 * Whether a room message is meant for the bot, and what it says without the mention. Mentions may stand anywhere, more
 * than once and beside those of others; the list of ids helps where it is given and is not relied upon.
 *
 * An id in the list alone is not enough: puppets put every member into it for 群公告 and @所有人, which are for
 * nobody in particular. So the list counts only where it is no longer than the mentions that can be seen.
 */
export const readMentions = (text: string, scene: MentionScene): MentionReading => {
  const pieces = piecesOf(text, scene)
  const named = pieces.some(({ kind }) => kind === 'own')
  const toEveryone = pieces.some(({ kind }) => kind === 'everyone') || scene.ids.some((id) => EVERYONE_ID.test(id))
  const signs = pieces.filter(({ kind }) => kind !== 'text').length
  const listed = !toEveryone && scene.ids.includes(scene.self) && scene.ids.length <= Math.max(1, signs)
  // listed, but under a name that is not known: the one mention that can only be the bot's
  const strangers = pieces.filter(
    ({ kind }, index) => kind === 'picked' || (kind === 'typed' && pieces[index + 1]?.text.startsWith(' ')),
  )
  const stranger = listed && !named && strangers.length === 1 ? strangers[0] : undefined
  const rest = pieces.map((piece) => (piece.kind === 'own' || piece === stranger ? ' ' : piece.text)).join('')
  return {
    text: rest
      .replace(/\u2005/gu, ' ')
      .replace(/ {2,}/gu, ' ')
      // the comma of an address: @督办助手，三月底前要交什么
      .replace(named ? /^[\s，,：:、]+/u : /^\s+/u, '')
      .trimEnd(),
    mentioned: named || listed,
  }
}
