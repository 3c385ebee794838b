import { isCollective } from '../../units/collectives.ts'
import { splitUnits } from '../../units/split-units.ts'
import { completeness } from '../../units/unit-like.ts'
import { dataFile } from '../../data.ts'

const BY_KIND = /(?:部门|单位|机构|专班|领导小组|委员会|办公室)$/u

const isUnit = (name: string): boolean => completeness(name) !== null || isCollective(name) || BY_KIND.test(name)

/** The units of a phrase that holds nothing else; null for any other phrase. */
export const unitsOnly = (phrase: string): string[] | null => {
  const { units, leftovers } = splitUnits(phrase)
  return units.length > 0 && leftovers.length === 0 && units.every(isUnit) ? units : null
}

interface DutyWords {
  duties: string[]
  notDuties: string[]
}

const load = dataFile<DutyWords>('prose.json')
let duty: RegExp | undefined
const dutyPattern = (): RegExp => {
  const { duties, notDuties } = load()
  const byLength = [...duties].sort((a, b) => b.length - a.length)
  duty ??= new RegExp(`(?!${notDuties.join('|')})(?:${byLength.join('|')})|[：:]|是本次|是[^，。]{2,12}，要`, 'gu')
  return duty
}

const LONGEST_SUBJECT = 120
const BEFORE_SUBJECT = /^(?:其中[，,]?|由|同时[，,]?|各项工作[，,]?)/u
const WITH_OTHERS = /(?:等(?:有关|相关|各)?(?:部门|单位)?)?(?:要|应)?(?:共同|分别|切实|充分|积极|及时|进一步|按照[^，。]{2,12}|根据[^，。]{2,12}|结合[^，。]{2,12}|认真|牵头|具体|密切)*$/u

/** The subject of a sentence that gives a unit something to do. */
export interface DutySubject {
  units: string[]
  /** The words that name them. */
  text: string
}

/** 市财政局要完善…: the units that a sentence begins with and sets to work; null where it begins with anything else. */
export const subjectOf = (sentence: string): DutySubject | null => {
  const start = BEFORE_SUBJECT.exec(sentence)?.[0].length ?? 0
  const text = sentence.slice(start, start + LONGEST_SUBJECT)
  for (const match of text.matchAll(dutyPattern())) {
    if (match.index < 2) continue
    const phrase = text.slice(0, match.index)
    if (/[。！？]/u.test(phrase)) return null
    const bare = phrase.replace(WITH_OTHERS, '')
    const units = bare.length < 2 ? null : unitsOnly(bare.replace(/[，,]$/u, ''))
    if (units) return { units, text: bare }
    if (match.index > 60) return null
  }
  return null
}

/** The sentences of a text, each with its stop. */
export const sentencesOf = (text: string): string[] => text.match(/[^。！？]+(?:[。！？][”」』）)]*|$)/gu) ?? []
