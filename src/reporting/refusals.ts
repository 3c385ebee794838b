import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { namesOfUnit } from '../matching/unit-names.ts'
import { taskLabel } from '../replies/report-card.ts'

const HOW_TO_BIND = '请先回复：我是某单位某某，或 绑定 单位名称，由管理员审核。'

/** Why somebody may not report at all, or null. */
export const whyNobody = ({ access }: Pick<IntentContext, 'access'>): string | null => {
  if (access.rank !== 'guest') return null
  if (access.binding === 'asked') return '您的绑定申请正在审核，报送没有登记，通过后请再报。'
  if (access.binding === 'disabled') return '您的绑定已停用，报送没有登记，请联系督查室。'
  return `您还没有绑定单位，报送没有登记。${HOW_TO_BIND}`
}

/** Why the sender may not report on a task, or null: 第5项由省财政局牵头报送，您单位是配合单位. */
export const whyNotThis = (task: Task, { access, index }: Pick<IntentContext, 'access' | 'index'>): string | null => {
  if (access.may('report', task)) return null
  const lead = task.lead.join('、') || '文件未写明的单位'
  const cooperates = access.units.some((unit) =>
    namesOfUnit(unit, index.directory).some((name) => task.cooperating.includes(name)),
  )
  const own = access.units.join('、')
  const why =
    access.rank === 'member'
      ? '您的身份是成员，不能报送'
      : cooperates
        ? `${own}是配合单位，请将情况交牵头单位汇总报送`
        : `您绑定的是${own}`
  return `${taskLabel(task)}〔${index.ledgerOf(task)?.short ?? ''}〕由${lead}报送，${why}`
}
