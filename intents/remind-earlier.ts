import { defineIntent } from '../src/intent.ts'
import { amountWords, readAmount } from '../src/reminders/amounts.ts'
import { leadText } from '../src/reminders/policy.ts'

const MOST_DAYS = 60

/** 提前7天提醒我: one more reminder for the one who says it. */
export const remindEarlier = defineIntent({
  name: 'remind-earlier',
  summary: '给自己加一次提前提醒',
  examples: ['提前7天提醒我', '取消提前7天的提醒'],
  topic: '提醒',
  asks: ['remind-earlier'],
  aboutTasks: false,
  run: async ({ wish, access, keepWish }) => {
    const whom = access.actor.id
    if (whom === null || access.units.length === 0)
      return { needs: 'identity', text: '还不知道您是哪个单位的。请先绑定：我是某单位联络员某某。' }
    const lead = readAmount(wish?.text ?? '')
    if (lead === null || lead.amount > MOST_DAYS)
      return { text: `请写提前几天，最多${MOST_DAYS}天，如：提前7天提醒我。` }
    const on = !/^(?:取消|不要|不用)/.test(wish?.text ?? '')
    await keepWish({ what: 'lead', whom, lead: leadText(lead), on })
    const words = amountWords(lead)
    return { text: on ? `已记：时限前${words}再提醒您一次，其他提醒照常。` : `已取消提前${words}的提醒。` }
  },
})
