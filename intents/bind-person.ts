import type { Person, Role } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { namesOfUnit } from '../src/matching/unit-names.ts'
import { evidenceFor } from '../src/people/evidence.ts'
import { findOwnUnit, type OwnUnit } from '../src/people/find-unit.ts'
import type { Introduction } from '../src/people/read-binding.ts'
import { reviewActions } from '../src/replies/actions/review.ts'
import { choiceText } from '../src/replies/choices.ts'
import { ROLE_NAMES } from '../src/replies/people.ts'
import type { Reply } from '../src/reply.ts'

/** Somebody says who they are; an administrator approves it. */
export const bindPerson = defineIntent({
  name: 'bind-person',
  summary: '绑定本人的单位和身份，由管理员审核',
  examples: ['我是市教委联络员', '绑定 市财政局'],
  topic: '报送',
  asks: ['bind-person'],
  aboutTasks: false,
  run: (context) => {
    const { introduction } = context
    if (introduction === null) return { text: '请这样说：我是某单位联络员某某，或 绑定 单位名称。' }
    return ask(introduction, context)
  },
  choose: (value, context) => {
    const { introduction, own } = JSON.parse(value) as { introduction: Introduction; own: OwnUnit }
    return request(introduction, own, context)
  },
})

/** Units named to somebody whose own is none of them. */
const MOST_NAMED = 6

const ask = (introduction: Introduction, context: IntentContext): Partial<Reply> | Promise<Partial<Reply>> => {
  const { index, dialogue } = context
  const found = findOwnUnit(introduction.words, index.directory)
  const [own] = found
  if (own === undefined) {
    // what stands behind the post is the name
    const [said = ''] = introduction.words.split(POST_WORDS)
    const known = index.directory.units.slice(0, MOST_NAMED).join('、')
    return {
      needs: 'unit',
      text: `台账里没有“${said || introduction.words}”这个单位，没有绑定。台账中的单位有：${known}等。请这样说：我是 单位名称 联络员 姓名。`,
    }
  }
  if (found.length === 1) return request(introduction, own, context)
  dialogue.pending = {
    need: 'unit',
    choices: found.map((one) => ({ label: one.unit, value: JSON.stringify({ introduction, own: one }) })),
    purpose: { kind: 'intent', name: 'bind-person' },
  }
  return {
    needs: 'unit',
    text: choiceText(
      '您是哪个单位的？',
      found.map(({ unit }) => unit),
    ),
  }
}

const POST_WORDS =
  /联络员|承办人|经办人|报送员|信息员|分管领导|主要负责同志|主要领导|领导|同志|的|手机|电话|尾号|后四位|[:：,，\s\d]/g

const nameOf = ({ words }: Introduction, unitWords: string): string =>
  words.replace(unitWords, '').replace(POST_WORDS, '')

const request = async (
  introduction: Introduction,
  { unit, words }: OwnUnit,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { index, access, origin, at, store, messageKey, notify } = context
  const id = access.actor.id
  if (id === null) return { text: '本机管理员不需要绑定。' }
  const name = nameOf(introduction, words) || (origin.sender?.name ?? '') || '未写姓名'
  const role: Role = introduction.post ?? 'liaison'
  const names = new Set(namesOfUnit(unit, index.directory))
  const evidence = evidenceFor(name, introduction.phoneEnd, names, index.tasks)
  const person: Person = { id, name, role, units: [unit], state: 'asked', since: at, deputies: [] }
  const change = await store.commit((state) => {
    const before = state.people.find((one) => one.id === id)
    if (before?.state === 'disabled') return null
    return {
      id: messageKey,
      at,
      by: access.actor,
      action: 'ask-binding',
      text: `${unit} ${ROLE_NAMES[role]} ${name}`,
      rows: [{ part: 'people', id, before: before ? { ...before } : null, after: { ...person } }],
    }
  })
  if (change === null) return { text: '您的绑定已停用，请联系督查室。' }
  const proof = evidence
    ? `与台账${evidence.no}${evidence.role}同名${evidence.phone ? '，手机后四位相符' : ''}`
    : '台账中没有同名联系人'
  await notify('administrators', {
    text: `绑定申请：${unit} ${ROLE_NAMES[role]} ${name}（${proof}）。回复 同意 或 不同意。`,
    actions: reviewActions([{ kind: 'person', person }]),
  })
  return { text: `已提交绑定申请：${unit}，${ROLE_NAMES[role]}，${name}。管理员审核后生效。` }
}
