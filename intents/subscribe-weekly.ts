import type { Person } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'

const UNSAID = /^(?:给|我|本人|自己|领导|各?位?领导)?$/

/** 订阅周报: a leader gets the weekly screen only where an administrator has said so. */
export const subscribeWeekly = defineIntent({
  name: 'subscribe-weekly',
  summary: '给领导订阅、退订每周情况（督查室）',
  examples: ['订阅周报', '退订周报'],
  topic: '提醒',
  asks: ['subscribe-weekly'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ wish, store, reminders, keepWish }) => {
    const words = (wish?.parts.whom ?? '').trim()
    const leaders = store.snapshot().people.filter(({ role, state }) => role === 'leader' && state === 'active')
    const { weekly } = reminders.settings()
    const stops = wish?.parts.stop !== undefined
    if (UNSAID.test(words)) {
      const names = leaders.filter(({ id }) => weekly.get(id) === true).map(({ name }) => name)
      const now = names.length > 0 ? `已订阅：${names.join('、')}。` : '还没有领导订阅。'
      return {
        text: `${now}请写姓名，如：给某某订阅周报；退订周报 某某。可订阅的领导：${leaders.map(({ name }) => name).join('、') || '尚无绑定'}。`,
      }
    }
    const named = leaders.filter((person) => isNamed(person, words))
    const [leader, second] = named
    if (!leader) return { text: `没有找到已绑定的领导“${words}”。请其先私聊本助手绑定，由您审核。` }
    if (second !== undefined)
      return { text: `有${named.length}位：${named.map(labelOf).join('、')}。请写全姓名和单位。` }
    await keepWish({ what: 'weekly', whom: leader.id, on: !stops })
    return {
      text: stops
        ? `已退订${labelOf(leader)}的每周情况。`
        : `已为${labelOf(leader)}订阅每周情况：每周第一个工作日8:30起草，您回复 发送 后发出。`,
    }
  },
})

const labelOf = ({ name, units }: Person): string => `${name}${units[0] === undefined ? '' : `（${units[0]}）`}`

const isNamed = ({ name, units }: Person, words: string): boolean =>
  words.includes(name) || name.includes(words) || (units.some((unit) => words.startsWith(unit)) && words.endsWith(name))
