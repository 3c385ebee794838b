import { isInHand, isOverdue, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import { type LetterKind, letterText } from '../src/reminders/wording/letter.ts'
import { choiceText } from '../src/replies/choices.ts'
import type { Reply } from '../src/reply.ts'

const NAME = 'draft-letter'
/** Working days that an answer may take. */
const ANSWER_WITHIN = 3
const MOST_UNITS = 9
const MOST_TASKS = 10

interface Choice {
  kind: LetterKind
  unit: string
  tasks: readonly string[]
}

/** 催办单 and 督办单 are only drafted: the office sends them itself, once somebody has signed. */
export const draftLetter = defineIntent({
  name: NAME,
  summary: '起草催办单、督办单的文字，由办公系统发出（督查室）',
  examples: ['给第11项起草催办单', '起草督办单'],
  topic: '提醒',
  asks: [NAME],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { wish, dialogue } = context
    const kind: LetterKind = /督办/.test(wish?.text ?? '') ? '督办单' : '催办单'
    const byUnit = new Map<string, Task[]>()
    for (const task of meant(context))
      for (const unit of task.lead.slice(0, 1)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), task])
    const choices = [...byUnit].map(([unit, tasks]): Choice => ({ kind, unit, tasks: tasks.map(({ id }) => id) }))
    const [only, second] = choices
    if (!only) return { text: '没有时限已过、未办结的任务。要起草请写明哪项，如：给第3项起草催办单。' }
    if (second === undefined) return letter(only, context)
    const shown = choices.slice(0, MOST_UNITS)
    dialogue.pending = {
      need: 'unit',
      choices: shown.map((choice) => ({ label: choice.unit, value: JSON.stringify(choice) })),
      purpose: { kind: 'intent', name: NAME },
    }
    const rest = choices.length > shown.length ? `（共${choices.length}个单位，其余请写单位名称）` : ''
    return {
      needs: 'unit',
      text: choiceText(
        `给哪个单位的${kind}${rest}？`,
        shown.map(({ unit }) => unit),
      ),
    }
  },
  choose: (value, context) => letter(JSON.parse(value) as Choice, context),
})

/** The tasks it names; what is late of the units it names, or of all. */
const meant = ({ question, select, today }: IntentContext): readonly Task[] => {
  const { numbers, units, unitsJoin, ledgers, within } = question.query
  const led = units.map((unit) => ({ ...unit, role: 'lead' as const }))
  const tasks = select({ ...EMPTY_QUERY, numbers, units: led, unitsJoin, ledgers, within })
  return tasks.filter(
    (task) => isInHand(task, today) && (numbers.length > 0 || within !== null || isOverdue(task, today)),
  )
}

const letter = ({ kind, unit, tasks: ids }: Choice, { index, today }: IntentContext): Partial<Reply> => {
  const tasks = index.tasks.filter(({ id }) => ids.includes(id))
  const answerBy = createCalendar().plus(today, ANSWER_WITHIN)
  const shown = tasks.slice(0, MOST_TASKS)
  const text = letterText({ kind, unit, tasks: shown, ledgerOf: (task) => index.ledgerOf(task), today, answerBy })
  const rest = tasks.length > shown.length ? `（共${tasks.length}项，只列前${shown.length}项）` : ''
  return { tasks, text: `${text}\n——\n以上为草稿，本助手不发送${rest}，请审定后由办公系统发出` }
}
