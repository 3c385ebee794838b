import { hasTarget } from '../src/dialogue/question.ts'
import { type Access, defineIntent } from '../src/intent.ts'
import { listedActions } from '../src/replies/actions/rows.ts'
import { phoneActions } from '../src/replies/actions/task.ts'
import { cardMessage } from '../src/replies/card.ts'
import { contactsOfRoles, distinctContacts, visibleContacts } from '../src/replies/contacts.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { contactLine, headline, sourceLine } from '../src/replies/task-detail.ts'

export const contacts = defineIntent({
  name: 'contacts',
  summary: '查承办人、联络员、分管领导和联系电话（群内隐去号码）',
  examples: ['第3项的承办人是谁', '市体育局的联络员是谁', '薪酬改革这项找谁', '第5项分管领导是哪位'],
  asks: ['contact'],
  when: (question) => hasTarget(question) || question.reading.follow.focus,
  specific: true,
  run: (context) => {
    const { tasks, question, access, index, today } = context
    const [unit] = question.query.units
    // the people of a unit are those of the tasks that it leads: a row names nobody of the cooperating units
    const rows = unit ? tasks.filter((task) => task.lead.some((name) => unit.names.includes(name))) : tasks
    const [task] = rows
    if (!task && unit && tasks.length > 0) return { text: `${unit.label}没有牵头的任务，台账只写了牵头单位的联系人。` }
    if (!task) return { text: nothingFound(question.query, index) }
    const { people } = question.query
    const wanted = rows.flatMap((row) =>
      people.length > 0
        ? row.contacts.filter(
            ({ name, office }) => people.includes(name) || (office !== null && people.includes(office)),
          )
        : contactsOfRoles(row.contacts, question.contactRoles),
    )
    const shown = visibleContacts(distinctContacts(wanted), access.phones(rows))
    const title = rows.length === 1 ? headline(task, index) : `相关任务${rows.length}项`
    if (shown.length === 0) {
      const kind = question.contactRoles.join('、') || '联系人'
      return { tasks: rows, text: `${title}\n文件未写明${kind}。`, actions: listedActions(rows, index) }
    }
    const masked = !access.phones(rows) && shown.some((contact) => contact.phone !== null)
    const lines = shown.slice(0, 12).map(contactLine)
    const rest = shown.length > 12 ? [`共${shown.length}人，只列前12人`] : []
    return {
      tasks: rows,
      contacts: shown,
      ...cardMessage({
        title,
        lines: [...lines, ...rest, ...(masked ? [whyMasked(access)] : []), sourceLine(task, today)],
      }),
      actions: [...phoneActions(rows, context), ...listedActions(rows, index)],
    }
  },
})

/** In private it is no matter of the place. */
const whyMasked = ({ alone }: Access): string =>
  alone ? '号码已隐去，督查室和责任单位的联络员、领导可以查看' : '号码已隐去，请私聊查询'
