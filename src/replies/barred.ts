import type { Person } from '../domain/index.ts'
import type { Reply } from '../reply.ts'
import { complete } from './complete.ts'

/** These tell nothing of any ledger. */
const HARMLESS = new Set([
  'bind-group',
  'bind-person',
  'help',
  'small-talk',
  'silent',
  'confirm',
  'manage-people',
  'invite',
])

const UNBOUND_GROUP = '本群还没有绑定台账，不能查询和报送。请管理员在群里说：绑定本群 台账简称；或私聊询问。'

const guestText = (binding: Person['state'] | null): string => {
  if (binding === 'disabled') return '您的绑定已停用，只能查询公开台账，请联系督查室。'
  if (binding === 'asked') return '您的绑定申请正在审核，通过前只能查询公开台账。'
  return '您还没有绑定单位，只能查询公开台账。请先回复：我是某单位联络员某某，由管理员审核。'
}

/**
 * What is answered instead where a group is not bound, or where nobody has vouched for the sender.
 * @param binding how the sender's own stands
 */
export const unlessBarred = (
  reply: Reply,
  barred: 'unbound-group' | 'guest' | null,
  binding: Person['state'] | null,
): Reply => {
  if (barred === null || HARMLESS.has(reply.intent)) return reply
  if (barred === 'unbound-group') return complete(reply.intent, { text: UNBOUND_GROUP })
  // what is 公开 is answered to anybody
  if (reply.tasks.length > 0 || reply.needs === 'identity') return reply
  return complete(reply.intent, { text: guestText(binding), needs: 'identity' })
}
