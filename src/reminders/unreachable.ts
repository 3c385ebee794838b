import type { PlannedMessage, Scene } from './compose.ts'
import { defaultPolicy, timesOf } from './policy.ts'
import { dayWithWeekday } from './wording/words.ts'

/** Stage of what administrators are told of reminders that reach nobody. */
export const UNREACHABLE = 'unreachable'

const MOST_UNITS = 10

/** Tells the administrators, the same day, which units' reminders reach nobody; nothing where there are none. */
export const unreachableNotices = (
  messages: readonly PlannedMessage[],
  administrators: readonly string[],
  { today }: Pick<Scene, 'today'>,
): PlannedMessage[] => {
  const unbound = messages.filter(({ held }) => held === 'nobody-bound')
  if (unbound.length === 0) return []
  const lines = unbound.slice(0, MOST_UNITS).map(({ to, tasks }) => `${to}　${tasks.length}项`)
  const rest = unbound.length - lines.length
  const text = [
    `【提醒未送达】${dayWithWeekday(today, today)}`,
    `以下${unbound.length}个牵头单位尚无人绑定，今日提醒没有送达：`,
    ...lines,
    ...(rest > 0 ? [`另${rest}个单位`] : []),
    '请通知其联络员私聊本助手，发送：绑定 单位名称',
  ].join('\n')
  return administrators.map((to) => ({
    key: `remind/${today}/${to}/${UNREACHABLE}`,
    to,
    channel: to.split(':')[0] ?? null,
    kind: 'person' as const,
    stage: UNREACHABLE,
    tasks: unbound.flatMap(({ tasks }) => tasks),
    text,
    why: '这些单位尚无人绑定，当日提醒无人接收，报管理员',
    held: null,
    // the administrators have been told: tomorrow's notice is about what is new
    reminders: unbound.flatMap(({ reminders }) => reminders),
    weekly: unbound.flatMap(({ weekly }) => weekly),
    actions: [],
    times: timesOf(defaultPolicy()),
  }))
}
