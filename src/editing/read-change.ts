import { readTimes } from '../dates/index.ts'
import { findNumbers } from '../matching/number-reference.ts'
import { ANY_FIELD, fieldNamed, type NamedField, unitWords } from './field-words.ts'
import type { FieldEdit, SpokenChange } from './spoken-edit.ts'

const ASKS = /[?？]|[吗呢么]$|谁|哪|什么|啥|怎么|如何|多少|几[个项时号]|是否|为何|了没|没有$/
const PLEASE = '(?:请|麻烦|帮我?|烦请|把|将|对)*'
const TO =
  '(?:改为|改成|改到|改至|改由|改|调整为|调整到|调整至|调整成|变更为|变更到|修改为|修改成|修改到|更改为|更正为|更正成|设为|设置为|换成|换为|定为|提前到|提前至)'
const VERB = '(?:修改|更改|变更|调整|改一下|改动|更正|改)'

/** 第3项的时限改为6月底: what stands before the field, the field, what it is to be. */
const FIELD_FIRST = new RegExp(`^${PLEASE}(.*?)的?(${ANY_FIELD})(?:从.{1,16}|由.{1,16}?)?${TO}[:：]?(.*)$`)
/** 修改第3项时限为6月底; 改第3项责任单位：市财政局. */
const VERB_FIRST = new RegExp(`^${PLEASE}${VERB}(?:一下)?(.*?)的?(${ANY_FIELD})(?:[,，:： ]|改?为|改?成|到|至)*(.*)$`)
/** 第3项配合单位增加市教委; 第3项去掉配合单位市教委. */
const UNIT_AFTER = new RegExp(
  `^${PLEASE}(.*?)的?(${ANY_FIELD})(?:里|中)?(?:再)?(增加|加上|新增|添加|增列|加入|加|去掉|删除|删去|减去|取消|移除)[:：]?(.+)$`,
)
const UNIT_BEFORE = new RegExp(
  `^${PLEASE}(.*?)(?:再)?(增加|加上|新增|添加|增列|去掉|删除|删去|取消|移除)(?:一[家个])?(${ANY_FIELD})[:：]?(.+)$`,
)
/** 第3项增加市教委为配合单位. */
const UNIT_AS = new RegExp(`^${PLEASE}(.*?)(增加|加上|新增|添加|增列)(.+?)(?:为|作为|作|当)(${ANY_FIELD})$`)
/** 第3项改到6月底: no field, and nothing but a time. */
const BARE = /^(?:请|麻烦|把|将)*(.*?)(?:的)?(?:改为|改成|改到|改至|调整为|调整到|调整至|提前到|提前至)(.+)$/
const REMOVES = /去掉|删|减去|取消|移除/

const edit = (field: NamedField, value: string, mode: 'set' | 'add' | 'remove' = 'set'): FieldEdit | null => {
  const said = value.replace(/[。.;；,，!！]+$/, '').trim()
  if (said === '') return null
  if (field === 'lead' || field === 'cooperating') return { field, mode, value: unitWords(said) }
  return mode === 'set' ? { field, value: said } : null
}

interface Clause {
  before: string
  /** Null where it is not said what the field is to be. */
  edit: FieldEdit | null
}

const clauseOf = (before: string | undefined, field: string | undefined, value: string | undefined, mode?: string) => {
  const named = fieldNamed(field ?? '')
  if (named === null) return null
  const isUnits = named === 'lead' || named === 'cooperating'
  if (mode !== undefined && !isUnits) return null
  const how = mode === undefined ? 'set' : REMOVES.test(mode) ? 'remove' : 'add'
  return { before: before ?? '', edit: edit(named, value ?? '', how) }
}

/** Whether a phrase is a time and nothing else. */
const isTime = (phrase: string): boolean => {
  const bare = phrase.replace(/(?:前|之前|以前)?(?:完成|办结|到期|报送|上报|落实|底前)?[。.]?$/, '')
  const { milestones } = readTimes(bare, { now: '2000-01-01', purpose: 'question', looks: 'ahead' })
  const [first] = milestones
  return milestones.length === 1 && first !== undefined && first.span[0] === 0 && first.span[1] >= bare.length - 1
}

const bareClause = (text: string): Clause | null => {
  const [, before, value] = BARE.exec(text) ?? []
  if (before === undefined || value === undefined || !isTime(value)) return null
  return { before, edit: edit('timing', value) }
}

const readClause = (text: string): Clause | null => {
  const [, a, verb, b, c] = UNIT_BEFORE.exec(text) ?? []
  const [, d, e, f, g] = UNIT_AFTER.exec(text) ?? []
  const [, h, i, j, k] = UNIT_AS.exec(text) ?? []
  const [, l, m, n] = FIELD_FIRST.exec(text) ?? []
  const [, o, p, q] = VERB_FIRST.exec(text) ?? []
  return (
    clauseOf(h, k, j, i) ??
    clauseOf(d, e, g, f) ??
    clauseOf(a, b, c, verb) ??
    clauseOf(l, m, n) ??
    clauseOf(o, p, q) ??
    bareClause(text)
  )
}

const NONE = (): boolean => false
const LEFT = /^[的:：,，、 ]+|[的:：,，、 ]+$|^(?:这|那|该|此|本)(?:一?[项条件]|个?任务)$/g

/**
 * Reads 第3项时限改为6月底, 把第5项的牵头单位改为市财政局, 修改第3项时限, 第5项配合单位增加市教委; several fields of one task
 * may follow each other. Null where nothing is changed.
 * @param text as `normalise` leaves it
 */
export const readChange = (text: string): SpokenChange | null => {
  if (ASKS.test(text) || text.length > 300) return null
  const whole = readClause(text)
  const pieces = text
    .split(/[;；。]|[,，](?=[^,，]{0,12}(?:改为|改成|改到|调整为|增加|去掉))/)
    .filter((one) => one !== '')
  const clauses = pieces.length > 1 ? pieces.map(readClause) : [whole]
  const [first] = clauses
  if (!first || clauses.some((clause) => clause === null)) return null
  const edits = clauses.flatMap((clause) => clause?.edit ?? [])
  // 修改第3项时限, 第3项的时限，改为6月底: the number may stand behind as well
  const numbers = findNumbers(first.before, NONE).filter(({ bare }) => !bare)
  const words = numbers
    .reduce((rest, { span: [from, to] }) => rest.slice(0, from) + '　'.repeat(to - from) + rest.slice(to), first.before)
    .replaceAll('　', '')
    .replace(LEFT, '')
  return { kind: 'change', numbers, words, edits }
}
