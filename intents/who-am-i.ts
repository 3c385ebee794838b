import { ACTIONS, type Action, type Scope, scopeOf } from '../src/access/index.ts'
import type { Role } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { ROLE_NAMES } from '../src/replies/people.ts'

const OF: Readonly<Record<Scope, string>> = {
  none: '',
  public: '公开台账',
  lead: '本单位牵头的',
  own: '本单位牵头、配合的',
  any: '',
}

/** 我是谁: as whom the sender is known here, and what that allows. */
export const whoAmI = defineIntent({
  name: 'who-am-i',
  summary: '看自己绑定的单位、身份和权限',
  examples: ['我是谁', '我绑定了吗', '我有什么权限'],
  topic: '报送',
  asks: ['who-am-i'],
  aboutTasks: false,
  run: (context) => {
    const { access } = context
    if (access.binding === 'disabled') return { text: '您的绑定已停用，请联系管理员。' }
    if (access.rank === 'guest')
      return access.binding === 'asked'
        ? { needs: 'identity', text: '您的绑定申请正在等管理员审核，审核前只能查询公开台账。' }
        : { needs: 'identity', text: '您还没有绑定单位，只能查询公开台账。绑定请说：我是某单位联络员某某。' }
    return { text: [whoWords(access.rank, context), `可以：${allowed(context)}`].join('\n') }
  },
})

const whoWords = (rank: Role, { access, origin, today, store }: IntentContext): string => {
  const { units, actor } = access
  const name = actor.name ?? (origin.sender === null ? '本机管理员' : '')
  const who = [units.join('、'), ROLE_NAMES[rank], name].filter((word) => word !== '').join(' ')
  const absent = store
    .snapshot()
    .people.filter(({ deputies }) =>
      deputies.some(({ person, from, until }) => person === actor.id && from <= today && until >= today),
    )
  return `您是：${who}${absent.length > 0 ? `；现代${absent.map((one) => one.name).join('、')}报送` : ''}`
}

const allowed = ({ access }: IntentContext): string =>
  (Object.keys(ACTIONS) as Action[])
    .flatMap((action) => {
      const scope = scopeOf(access.rank, action)
      if (scope === 'none') return []
      return OF[scope] === '' ? ACTIONS[action] : `${ACTIONS[action]}（${OF[scope]}）`
    })
    .join('；')
