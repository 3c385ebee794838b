import { collectiveAt, isCollective } from './collectives.ts'
import { splitGlued, splitJoined } from './glued.ts'
import { remembered } from './remembered.ts'
import { beginsLikeUnit, completeness } from './unit-like.ts'
import { grammar } from './vocabulary.ts'

interface Piece {
  text: string
  /** Whether only white space parts it from the piece before. */
  soft: boolean
}

const HARD = /[、，,；;。／/|｜·•+＋]/u
const SPACE = /[\s\u00a0\u200b-\u200f\u3000\ufeff]/u
const OPEN = /[(（[［【〔]/u
const CLOSE = /[)）\]］】〕]/u

const SIMPLE = /^[^()（）［］〔〕[\]【】\s\u00a0\u200b-\u200f\u3000\ufeff]*$/u
const HARD_RUN = /[、，,；;。／/|｜·•+＋]+/u

/** What follows the name of many places where it is whole. */
const AFTER_PLACES = /^(?:[、，,；;。\s]|等|按|$)/u

/** Levels of places, and no bodies of another kind, parted by 、. */
const LEVELS_LISTED = /^[^、]+(?:、(?:[省市州县区旗盟]|自治|设区|直辖)[^、]*)+$/u

const ALL_PROVINCES = /^各省(?:、自治区、直辖市|[(]自治区、直辖市[)])(?:和新疆生产建设兵团)?(?:人民政府|党委|政府)?/u

/** Where a name that lists levels of places ends: 各市（州）、县（市、区）人民政府 is one; `from` where none begins there. */
const endOfPlaces = (text: string, from: number): number => {
  if (text[from] !== '各') return from
  const plain = text.replace(/（/gu, '(').replace(/）/gu, ')')
  const provinces = ALL_PROVINCES.exec(plain.slice(from))?.[0].length
  const end = provinces === undefined ? (collectiveAt(plain, from)?.to ?? from) : from + provinces
  return LEVELS_LISTED.test(text.slice(from, end)) && AFTER_PLACES.test(text.slice(end)) ? end : from
}

/** 沿江, 有关: what may stand before 各 in the name of many places. */
const LONGEST_BEFORE_PLACES = 4

/** Cuts at separators outside of brackets. */
const cut = (text: string): Piece[] => {
  if (SIMPLE.test(text) && !text.includes('各'))
    return text.split(HARD_RUN).flatMap((name) => (name === '' ? [] : [{ text: name, soft: false }]))
  const pieces: Piece[] = []
  let [current, depth, soft] = ['', 0, false]
  const flush = (next: boolean): void => {
    if (current !== '') {
      pieces.push({ text: current, soft })
      soft = next
    } else soft &&= next
    current = ''
  }
  for (let at = 0; at < text.length; at++) {
    const end = depth === 0 && current.length <= LONGEST_BEFORE_PLACES ? endOfPlaces(text, at) : at
    if (end > at) {
      current += text.slice(at, end)
      at = end - 1
      continue
    }
    const character = text[at] as string
    if (OPEN.test(character)) depth++
    else if (CLOSE.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && HARD.test(character)) flush(false)
    else if (SPACE.test(character)) {
      if (depth === 0) flush(true)
    } else current += character
  }
  flush(false)
  return pieces
}

const belongsToAbove = (above: string, tail: string): boolean => {
  const { tails, tailOwners } = grammar().cell
  return tails.includes(tail) && tailOwners.some((owner) => above.endsWith(owner))
}

/** Puts together what a line break or a space in the middle of a name parted. */
const rejoin = (pieces: Piece[]): string[] => {
  const names: string[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    const above = names.at(-1)
    if (above !== undefined && /党(?:工)?委$/u.test(above) && /^(?:人民)?政府$|^管委会$/u.test(piece.text)) {
      names[names.length - 1] = `${above}、${piece.text}`
      continue
    }
    if (piece.soft && above !== undefined && belongsToAbove(above, piece.text)) {
      names[names.length - 1] = above + piece.text
      continue
    }
    let best = piece.text
    let last = i
    if (pieces[i + 1]?.soft !== true) {
      names.push(best)
      continue
    }
    const state = completeness(piece.text)
    // 市委 by itself is a body, before 组织部 it is not
    if (state === null || /委$|政府$/u.test(piece.text)) {
      let joined = piece.text
      for (let next = i + 1; pieces[next]?.soft === true && next <= i + 12; next++) {
        const follower = (pieces[next] as Piece).text
        if (state !== null && (beginsLikeUnit(follower) || next > i + 1)) break
        if (follower.length > 1 && beginsLikeUnit(follower) && completeness(follower) !== null) break
        joined += follower
        const whole = completeness(joined)
        if (whole === 'known' || (whole === 'like' && state === null && beginsLikeUnit(joined))) {
          best = joined
          last = next
          break
        }
      }
    }
    names.push(best)
    i = last
  }
  return names
}

const ETC =
  /等(?:\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:国务院|[省市区县州旗](?:[直级]|(?=有关|相关|各))|有关|相关|各|责任|成员)*(?:部门|单位|部门和单位|单位和部门)?$/u
const DUTY =
  /(?:结合(?:各自|本地|当地|自身)?实际(?:抓好|做好|负责|组织)*(?:落实|实施|推进)?|(?:按照?|依据?|根据)(?:各自)?(?:的)?职[责能](?:分工)?(?:分别|共同)?(?:抓好|做好|负责|落实|牵头|推进|工作)*|(?:负责|具体|共同|分别|积极|认真)*(?:组织|抓好|负责)(?:落实|实施|推进|开展|贯彻)+|分工(?:负责|落实)?|负责)$/u
/** 等部门及各县区: what follows stands beside the list. */
const ETC_AND =
  /等(?:国务院|[省市区县州旗](?:[直级]|(?=有关|相关))|有关|相关)*(?:部门|单位)?(?:及|以及|和|会同)(?=各|[省市区县州]直|有关|相关)/gu
/** 各地区各部门 are two. */
const EACH_EACH = /(?<=各地区?)(?=各)/gu
const NOTE = /[(（][^()（）]*(?:以下简称|下同|简称|排名|排在|按职责)[^()（）]*[)）]/gu
const MARKS = /^(?:由|并由|会同|联合|以及|及|和|与|[:：\-—–*★☆●○◆▲■□]|\d+[.．、)）]|[①-⑳])+|[:：\-—–*★☆●○◆▲■□]+$/gu

/** （0000-1234567） behind a name. */
const PHONE = /(?<=[\u4e00-\u9fff])[（(]?(?:联系)?(?:电话)?[:：]?(?:\d{3,4}[-—])?\d{7,11}[)）]?$/u

const clean = (name: string): string =>
  name
    .replace(NOTE, '')
    .replace(PHONE, '')
    .replace(DUTY, '')
    .replace(ETC, '')
    .replace(DUTY, '')
    .replace(MARKS, '')
    .replace(/^.*(?:单位|部门)[:：]/u, '')

const WRAPPED = /^[(（[［【](.*)[)）\]］】]$/u
const WITH_LIST = /^(.+?)[(（]([^()（）]+)[)）]$/u
const NAME = /^[\u4e00-\u9fffA-Za-z0-9()（）〔〕《》“”"·〇\-—]+$/u
const SENTENCE = /电话|手机|联系人|[。！？!?]|[的了].{4}/u

interface Pieces {
  units: readonly string[]
  others: readonly string[]
}

/** The units that one name of a list stands for: glued ones apart, those that it lists in brackets behind it. */
const readName = remembered((raw: string): Pieces => {
  const name = clean(raw)
  if (name === '') return { units: [], others: [] }
  const wrapped = WRAPPED.exec(name)?.[1]
  if (wrapped !== undefined && !/[()（）]/u.test(wrapped)) return piecesOf(wrapped)
  const list = WITH_LIST.exec(name)
  if (list?.[1] !== undefined && list[2] !== undefined && /[、，,；;]/u.test(list[2])) {
    const inner = piecesOf(list[2])
    if (inner.units.length > 1 && inner.units.every((unit) => completeness(unit) !== null)) {
      const outer = readName(list[1])
      return { units: [...outer.units, ...inner.units], others: outer.others }
    }
  }
  const { void: nobody } = grammar().cell
  const names = splitJoined(name)
    .flatMap(splitGlued)
    .filter((unit) => unit !== '' && !nobody.includes(unit))
  return { units: names.filter(isUnit), others: names.filter((unit) => !isUnit(unit)) }
})

/** 市财政局、市审计局: names and nothing else, as most cells are. */
const PLAIN_LIST = /^(?:[\u4e00-\u9fff]{3,16}、)*[\u4e00-\u9fff]{3,16}$/u
const NOT_PLAIN = /[等各]|党/u

/** The units of a list, in its order, and what in it is none. */
export const piecesOf = (text: string): Pieces => {
  if (PLAIN_LIST.test(text) && !NOT_PLAIN.test(text)) {
    const units: string[] = []
    const left: string[] = []
    for (const name of text.split('、')) {
      const read = readName(name)
      units.push(...read.units)
      left.push(...read.others)
    }
    return { units, others: left }
  }
  const others = text.includes('等') ? text.replace(ETC_AND, '、') : text
  const read = rejoin(cut(others.includes('各') ? others.replace(EACH_EACH, '、') : others)).map(readName)
  return { units: read.flatMap(({ units }) => units), others: read.flatMap(({ others: left }) => left) }
}

/** In a unit column whatever could be a name is one, unless it is a number, a phrase or a sentence. */
const isUnit = (name: string): boolean =>
  completeness(name) !== null ||
  isCollective(name) ||
  (name.length >= 2 &&
    name.length <= 30 &&
    NAME.test(name) &&
    /[\u4e00-\u9fff]{2}/u.test(name) &&
    !/\d{4}/u.test(name) &&
    !SENTENCE.test(name))
