import { defineIntent } from '../src/intent.ts'

/** 能不能少发点: what everybody can do about reminders that are too many. */
export const fewerReminders = defineIntent({
  name: 'fewer-reminders',
  summary: '嫌提醒多，看怎样少收',
  examples: ['能不能少发点', '退订'],
  topic: '提醒',
  asks: ['fewer-reminders'],
  aboutTasks: false,
  run: ({ access }) =>
    access.administrator && access.units.length === 0 ? { text: OF_ALL } : { text: OWN.join('\n') },
})

const OF_ALL =
  '停下全部推送请说：暂停推送；恢复请说：恢复推送（不能定时恢复）；只停一份台账：停用提醒 台账名。不能按单位停。'

const OWN = [
  '提醒一人一天最多一条，在工作日的工作时间发，刚报过进展的不催；时刻不能按人另设。',
  '要少收可以说：暂缓三天；第3项别再提醒；周末别发；这周别发；下周一再提醒；我出差三天；全部不要：全部别提醒。',
]
