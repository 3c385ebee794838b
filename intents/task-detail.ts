import { defineIntent } from '../src/intent.ts'
import { contactsOfRoles, distinctContacts, visibleContacts } from '../src/replies/contacts.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { detailText } from '../src/replies/task-detail.ts'
import { listTasks } from './list-tasks.ts'

export const taskDetail = defineIntent({
  name: 'task-detail',
  summary: '看一项任务的全文、状态、单位和出处',
  examples: ['第12项是什么内容', '第4项现在什么情况', '优化公立医院收入结构这项的具体内容', '第6项完成了吗'],
  asks: ['detail', 'progress', 'why'],
  when: ({ query, followsUp }) =>
    followsUp || query.numbers.length > 0 || query.topic !== null || query.within !== null,
  specific: true,
  run: (context) => {
    const { tasks, access, index, today } = context
    const [task] = tasks
    if (!task) return { text: nothingFound(context.question.query, index) }
    if (tasks.length > 1) return listTasks.run(context)
    const contacts = visibleContacts(distinctContacts(contactsOfRoles(task.contacts, [])), access.phones([task]))
    return { tasks, text: detailText(task, contacts, index, today) }
  },
})
