import { statusOn, type Task } from '../../domain/index.ts'
import type { IntentContext } from '../../intent.ts'
import type { ReplyAction } from '../../reply.ts'
import { openMilestones } from '../../reports/milestones.ts'
import { after } from '../../reports/workflow.ts'
import { extensionForm, reportForm } from './forms.ts'
import { reviewActions } from './review.ts'

type Asker = Pick<IntentContext, 'access' | 'today'>

/** What the lead unit may report on a task, as it stands. */
const reportActions = (task: Task, { access, today }: Asker): ReplyAction[] => {
  if (access.units.length === 0 || !access.may('report', task)) return []
  const status = statusOn(task, today)
  const dated = openMilestones(task, today).some((place) => {
    const milestone = task.milestones[place]
    return milestone?.due != null && milestone.recurs === null
  })
  return [
    ...(after(status, 'progress') === null
      ? []
      : [{ label: '报进展', say: '报进展', form: reportForm, task: task.id } as const]),
    ...(after(status, 'apply') === null || status === 'pending-review'
      ? []
      : [{ label: '申请办结', say: '已全部完成，申请办结', task: task.id } as const]),
    ...(after(status, 'extend') === null || !dated
      ? []
      : [{ label: '申请延期', say: '申请延期', form: extensionForm, task: task.id } as const]),
  ]
}

/** 查看号码: whole numbers are for one who may see them, and for nobody beside. */
export const phoneActions = (tasks: readonly Task[], { access }: Pick<IntentContext, 'access'>): ReplyAction[] => {
  const [task, ...others] = tasks
  if (!task || others.length > 0 || access.alone || task.contacts.every(({ phone }) => phone === null)) return []
  return [{ label: '查看号码', say: '联系电话', task: task.id, private: true }]
}

/** What can be done with one task by whoever asks. */
export const taskActions = (task: Task, asker: Asker): ReplyAction[] => [
  ...(task.request && asker.access.may('approve', task) ? reviewActions([{ kind: 'task', task }]) : []),
  ...reportActions(task, asker),
  ...phoneActions([task], asker),
  { label: '依据', say: '依据', task: task.id },
]
