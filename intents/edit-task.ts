import { carryOutNewTask, showNewTask } from '../src/editing/add-task.ts'
import { carryOutChange, showChange } from '../src/editing/change-tasks.ts'
import type { EditChoice, EditDraft } from '../src/editing/draft.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import type { Reply } from '../src/reply.ts'

/** New tasks, later deadlines and other units by message. */
export const editTask = defineIntent({
  name: 'edit-task',
  summary: '新增任务、修改时限和责任单位（督查室）',
  examples: ['新增任务：开展防汛检查，牵头市财政局，6月底前完成', '第3项时限改为6月底', '第5项牵头单位改为市财政局'],
  asks: ['edit'],
  aboutTasks: false,
  needs: 'administrator',
  denied: (context) => refusal(context),
  run: (context) => {
    const { edit, said, messageKey } = context
    if (edit === null) return { text: '请写明改哪一项、改为什么，如：第3项时限改为6月30日。' }
    return show({ spoken: edit, text: said, key: messageKey, tasks: null, places: {}, ledger: null }, context)
  },
  choose: (value, context) => {
    const choice = JSON.parse(value) as EditChoice
    switch (choice.step) {
      case 'cancel':
        return { text: '没有改动。' }
      case 'settled':
        return show(choice.draft, context)
      case 'again': {
        const shown = show(choice.draft, context)
        return { ...shown, text: `已超过两小时，没有改动，请再核对。\n${shown.text ?? ''}` }
      }
      case 'confirm':
        return isNew(choice.draft)
          ? carryOutNewTask(choice.draft, context)
          : isChange(choice.draft)
            ? carryOutChange(choice.draft, choice.shown, context)
            : { text: '没有改动。' }
    }
  },
})

type New = EditDraft & { spoken: { kind: 'add' } }
type Changed = EditDraft & { spoken: { kind: 'change' } }

const isNew = (draft: EditDraft): draft is New => draft.spoken.kind === 'add'
const isChange = (draft: EditDraft): draft is Changed => draft.spoken.kind === 'change'

const show = (draft: EditDraft, context: IntentContext): Partial<Reply> =>
  isNew(draft) ? showNewTask(draft, context) : isChange(draft) ? showChange(draft, context) : {}

/** What those who may not can do instead. */
const refusal = ({ edit }: IntentContext): string => {
  const edits = edit?.kind === 'change' ? edit.edits : []
  const also = edits.some(({ field }) => field === 'timing')
    ? '要延期请说：第3项申请延期到6月底，原因是…'
    : edits.some(({ field }) => field === 'lead')
      ? '要转办请说：第3项建议转市财政局牵头。'
      : ''
  return `新增任务、修改时限和责任单位由督查室办理，您没有权限，没有改动。${also}`
}
