import { addWord, emptyTrie, type Trie } from '../text/trie.ts'
import { MEMBERS, type UnitEntry } from './entries.ts'
import type { NameReading } from './read-name.ts'
import type { Alias } from './scan.ts'

const SHORTER: [RegExp, string][] = [
  [/领导小组办公室$/u, '办'],
  [/领导小组秘书处$/u, '秘书处'],
  [/办公室$/u, '办'],
  [/管理委员会$/u, '管委会'],
  [/(?:集团|股份|投资|控股)*有限(?:责任)?公司$/u, ''],
  [/有限(?:责任)?公司$/u, '公司'],
  // 锦程物业公司 is called 锦程物业
  [/(?<=.{4})(?:有限公司|公司|集团)$/u, ''],
  [/人民政府$/u, '政府'],
]

/** Short forms of a body that the data does not know, by what such names have in common. */
const shortForms = (body: string): string[] => {
  const forms = SHORTER.map(([pattern, by]) => body.replace(pattern, by)).filter(
    (form) => form !== body && form.length >= 3,
  )
  return [body, ...forms]
}

const BRANCH_END = /(?:监管分局|分局|支局|分行|支行|分公司)$/u

/** 东山分局 for 市生态环境局东山分局; ledgers with two such ask which. */
const branchForm = ({ core, place }: NameReading): string | null => {
  const end = BRANCH_END.exec(core?.readings[0]?.end ?? '')?.[0]
  return end === undefined || place === '' ? null : place + end
}

const TAIL = /(?:领导小组|指挥部|委员会|联席会议|专班)(秘书处|办公室|综合组|专班)$/u

/** 各部门, 有关单位: in a question they are nobody in particular. */
const ANYBODY = /^(?:各|有关|相关|其他|责任|成员)*(?:部门|单位)$/u

/** 省医改领导小组相关成员单位 is also called 医改领导小组成员单位 and 各成员单位. */
const addMembers = (add: (word: string, alias: Alias) => void, unit: string, folded: string): void => {
  const owner = folded.replace(MEMBERS, '')
  const alias = (score: number): Alias => ({ unit, kind: 'alias', score, bounded: false })
  for (const word of ['', '各', '相关']) {
    for (const name of new Set([owner, owner.replace(/^[省市区县州]/u, '')]))
      if (name !== '') add(`${name}${word}成员单位`, alias(0.97))
    add(`${word}成员单位`, alias(0.9))
  }
}

/** Every name under which the units can be looked up letter by letter. */
export const buildAliases = (entries: UnitEntry[]): Trie<Alias> => {
  const aliases = emptyTrie<Alias>()
  const add = (word: string, alias: Alias): void => {
    if (word.length >= 2) addWord(aliases, word, alias)
  }
  for (const { unit, folded, reading, collective } of entries) {
    if (ANYBODY.test(folded)) continue
    add(folded, { unit, kind: 'exact', score: 1, bounded: folded.length < 3 })
    if (MEMBERS.test(folded)) addMembers(add, unit, folded)
    if (reading.folded !== folded) add(reading.folded, { unit, kind: 'alias', score: 0.97, bounded: false })
    for (const [, inner] of folded.matchAll(/[(]([^()、,]{3,})[)]/gu))
      if (collective === null) add(inner as string, { unit, kind: 'alias', score: 0.96, bounded: false })
    if (collective !== null) continue
    const branch = branchForm(reading)
    if (branch !== null) add(branch, { unit, kind: 'alias', score: 0.93, bounded: false })
    if (reading.core === null)
      for (const form of shortForms(reading.body)) {
        if (form !== folded) add(form, { unit, kind: 'alias', score: 0.95, bounded: form.length < 4 })
        if (reading.level !== null) add(reading.level + form, { unit, kind: 'alias', score: 0.96, bounded: false })
      }
    const tail = TAIL.exec(reading.body)?.[1]
    if (tail !== undefined) {
      add(tail, { unit, kind: 'alias', score: 0.9, bounded: true })
      const owned = /(?:领导小组|指挥部|委员会|联席会议|专班)[^组部会议班]*$/u.exec(reading.body)?.[0]
      if (owned !== undefined) add(owned, { unit, kind: 'alias', score: 0.9, bounded: true })
      if (tail === '办公室') continue
      if (reading.level !== null) add(reading.level + tail, { unit, kind: 'alias', score: 0.91, bounded: false })
    }
  }
  return aliases
}
