import type { ReplyAction } from '../../reply.ts'
import type { Waiting } from '../../reports/decide.ts'
import { returnForm } from './forms.ts'

/** More than so many have a select each for 同意 and 退回. */
const MOST_BUTTONS = 2

/** 同意 and 退回 of what waits, each named by its receipt or its person, whatever comes to wait beside it. */
export const reviewActions = (waiting: readonly Waiting[]): ReplyAction[] =>
  waiting.flatMap((one, place): ReplyAction[] => {
    const number = waiting.length === 1 ? '' : ` ${place + 1}`
    const receipt = one.kind === 'task' ? (one.task.request?.receipt ?? '') : ''
    const meant = one.kind === 'task' ? { task: one.task.id } : { person: one.person.id }
    const grouped = waiting.length > MOST_BUTTONS
    return [
      {
        label: `同意${number}`,
        say: `同意${receipt}`,
        ...meant,
        ...(grouped ? { group: '同意' } : { style: 'primary' }),
      },
      {
        label: `退回${number}`,
        say: `退回${receipt}`,
        ...meant,
        ...(grouped ? { group: '退回' } : { style: 'danger', form: returnForm(receipt) }),
      },
    ]
  })
