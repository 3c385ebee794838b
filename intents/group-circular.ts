import type { Change } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'

/** 群内通报: whether everybody in a group may see the overdue lists of all units. */
export const groupCircular = defineIntent({
  name: 'group-circular',
  summary: '打开或关闭群内通报，在群里说（督查室）',
  examples: ['打开群内通报', '关闭群内通报'],
  topic: '督查室',
  asks: ['open-circular', 'close-circular'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ question, origin: { conversation }, store, messageKey, at, access, said }) => {
    if (conversation.kind !== 'group') return { text: '请在要打开或关闭通报的群里说：@督办助手 打开群内通报。' }
    const circular = question.reading.asks.has('open-circular')
    const isHere = ({ adapter, conversation: id }: { adapter: string; conversation: string }): boolean =>
      adapter === conversation.adapter && id === conversation.id
    if (!store.snapshot().groups.some(isHere)) return { text: '本群还没有绑定台账，请先说：绑定本群 台账简称。' }
    const change = await store.commit(({ groups }): Change | null => {
      const rows = groups
        .filter((group) => isHere(group) && (group.circular === true) !== circular)
        .map(({ id, circular: was = false }) => ({
          part: 'groups' as const,
          id,
          before: { circular: was },
          after: { circular },
        }))
      const action = circular ? 'open-circular' : 'close-circular'
      return rows.length === 0 ? null : { id: messageKey, at, by: access.actor, action, text: said, rows }
    })
    const how = circular
      ? '群里的人都可以查询各单位的逾期清单，进展原文和电话仍不在群里显示'
      : '其他单位的逾期清单，群里只有督查室和领导可以查询'
    return { text: `群内通报${change === null ? '原已' : '已'}${circular ? '打开' : '关闭'}：${how}。` }
  },
})
