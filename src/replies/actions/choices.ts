import type { Choice, Dialogue, Pending } from '../../dialogue/dialogue.ts'
import type { Reply, ReplyAction } from '../../reply.ts'
import { supplementForm } from './forms.ts'

/** More than so many buttons beside each other are no choice any more. */
const MOST_BUTTONS = 5

const CONFIRMS = '确认'
const CANCELS = '取消'

const isYesOrNo = ({ need, choices }: Pending): boolean =>
  need === 'confirmation' && choices.every(({ label }) => label === CONFIRMS || label === CANCELS)

const yesOrNo = ({ label }: Choice): ReplyAction => ({
  label,
  say: label,
  refers: 'question',
  style: label === CONFIRMS ? 'primary' : 'danger',
})

/** What can be answered to a question asked back. */
const choiceActions = (pending: Pending): ReplyAction[] => {
  const { choices, supplement } = pending
  const [yes, ...others] = choices
  if (yes && isYesOrNo(pending)) {
    const more: ReplyAction = { label: '补充', say: '补充', form: supplementForm, refers: 'question' }
    return [yesOrNo(yes), ...(supplement === undefined ? [] : [more]), ...others.map(yesOrNo)]
  }
  return choices.map(({ label }, place) => ({
    label: label === CANCELS ? label : `${place + 1} ${label}`,
    say: String(place + 1),
    refers: 'question',
    ...(choices.length > MOST_BUTTONS ? { group: '请选择' } : {}),
  }))
}

/**
 * An answer with what can be answered to the question that stands below it, as buttons; those are good for whom was
 * asked, as long as it waits.
 * @param message id of the message that is answered
 */
export const withChoices = (reply: Reply, dialogue: Dialogue, message: string): Reply => {
  const { pending } = dialogue
  if (pending === null) return reply
  dialogue.pending = { ...pending, asked: [...(pending.asked ?? []), message] }
  const choices = choiceActions(pending)
  const others = (reply.actions ?? []).filter(({ say }) => choices.every((choice) => choice.say !== say))
  return { ...reply, actions: [...others, ...choices] }
}
