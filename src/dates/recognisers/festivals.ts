import { festivalNames } from '../festivals.ts'
import { RANK, type Recogniser, sticky } from '../fields.ts'

const MARKED =
  /^"?(?:节|假期|小长假|长假|黄金周|期间|之?前|以前|之?后|以后|过后|当天|时节|到来|来临|假|[上下中]午|晚上|早上|[、和及](?:国庆|春节|中秋|元旦|清明|端午|"?[五十六七八]一))/

/** 春节, 国庆节, 五一 (where what follows shows that no street or hospital is meant), 清明; 农历 before a date. */
export const festivals: Recogniser = {
  get starts() {
    return `"农阴旧夏${[...festivalNames().byFirst.keys()].join('')}`
  },
  read: (text, at, rank) => {
    if (rank > RANK.year) return null
    const quoted = text.charAt(at) === '"'
    const from = quoted ? at + 1 : at
    for (const { word, festival, needsMark } of festivalNames().byFirst.get(text.charAt(from)) ?? []) {
      if (!text.startsWith(word, from)) continue
      let to = from + word.length
      if (quoted && text.charAt(to) !== '"') return null
      const before = text.charAt(at - 1)
      const rest = text.slice(to, to + 5)
      if (needsMark && !MARKED.test(rest)) {
        const whole = (to === text.length || (quoted && to + 1 === text.length)) && (at === 0 || rank === RANK.year)
        if (!whole) return null
      }
      if (needsMark && /[\d十月.第(]/.test(before)) return null
      if (quoted) to++
      if (text.charAt(to) === '节' && !word.endsWith('节')) to++
      return { to, rank: RANK.day, fields: { festival } }
    }
    const lunar = calendar(text, at)
    return lunar && { to: at + lunar[0].length, rank, fields: { lunar: true } }
  },
}

const calendar = sticky('(?:农历|阴历|旧历|夏历)的?(?=[\\d零一二三四五六七八九十廿正腊冬闰初大今明去后前])')
