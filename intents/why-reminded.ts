import { defineIntent, type IntentContext } from '../src/intent.ts'
import { lastSentTo, type Outgoing } from '../src/reminders/records.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'

/** 为什么提醒我: the rule behind the reminder that is meant, and how to have fewer. */
export const whyReminded = defineIntent({
  name: 'why-reminded',
  summary: '问为什么收到提醒',
  examples: ['为什么提醒我', '为什么给我发这个'],
  topic: '提醒',
  asks: ['why-reminded'],
  aboutTasks: false,
  run: (context) => {
    const { access, index, today, origin } = context
    const message = meant(context)
    if (message === null) return { text: '近60天没有给您发过提醒。' }
    const tasks = index.tasks.filter(({ id }) => message.tasks.includes(id))
    const units = access.units.length > 0 ? `您是${access.units.join('、')}的联络员或承办人。` : ''
    const less = origin.conversation.kind === 'group' ? '' : '\n要少收：暂缓三天；第几项别再提醒；周末别发'
    return { tasks, text: `${dayWithWeekday(message.day, today)}的提醒，规则：${message.why}。${units}${less}` }
  },
})

/** The reminder below which it was asked, else the last one. */
const meant = ({ reminders, access, origin, about }: IntentContext): Outgoing | null => {
  const outgoing = reminders.outgoing()
  const { adapter, id, kind } = origin.conversation
  const whom = kind === 'group' ? `${adapter}:${id}` : (access.actor.id ?? '')
  return outgoing.find(({ key }) => key === about) ?? lastSentTo(outgoing, whom)
}
