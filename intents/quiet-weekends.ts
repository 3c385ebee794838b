import { defineIntent } from '../src/intent.ts'

/** 周末别发: nothing on Saturdays and Sundays, also where they are worked (调休). */
export const quietWeekends = defineIntent({
  name: 'quiet-weekends',
  summary: '周末不要给自己发提醒',
  examples: ['周末别发', '周末可以发'],
  topic: '提醒',
  asks: ['quiet-weekends'],
  aboutTasks: false,
  run: async ({ wish, access, keepWish }) => {
    const whom = access.actor.id
    if (whom === null) return { text: '这里没有发给您的提醒。' }
    const on = /可以|能|照常/.test(wish?.text ?? '')
    await keepWish({ what: 'weekends', whom, on })
    return {
      text: on
        ? '已记：调休上班的周末照常给您发提醒，其他休息日仍不发。'
        : '已记：周六、周日不给您发提醒，调休上班也不发，提前到前一个工作日。休息日本来就不发。',
    }
  },
})
