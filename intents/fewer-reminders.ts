import { defineIntent } from '../src/intent.ts'

/** 能不能少发点: what everybody can do about reminders that are too many. */
export const fewerReminders = defineIntent({
  name: 'fewer-reminders',
  summary: '嫌提醒多，看怎样少收',
  examples: ['能不能少发点', '退订'],
  topic: '提醒',
  asks: ['fewer-reminders'],
  aboutTasks: false,
  run: ({ access }) => ({
    text: [
      '提醒一人一天最多一条，休息时间不发，刚报过进展的不催。',
      '要少收可以说：暂缓三天；第3项别再提醒；周末别发；我出差三天；全部不要：全部别提醒。',
      ...(access.administrator ? ['停下所有人的：暂停推送'] : []),
    ].join('\n'),
  }),
})
