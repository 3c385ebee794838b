import { isFinished } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { taskActions } from '../src/replies/actions/task.ts'
import { cardMessage } from '../src/replies/card.ts'
import { contactsOfRoles, distinctContacts, visibleContacts } from '../src/replies/contacts.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { detailLines, headline } from '../src/replies/task-detail.ts'
import { dueInWords } from '../src/replies/verdicts.ts'
import { listTasks } from './list-tasks.ts'

export const taskDetail = defineIntent({
  name: 'task-detail',
  summary: '看一项任务的全文、状态、单位和出处',
  examples: ['第12项是什么内容', '第4项现在什么情况', '优化公立医院收入结构这项的具体内容', '第6项完成了吗'],
  asks: ['quantity', 'detail', 'progress'],
  when: ({ query, followsUp }) =>
    followsUp || query.numbers.length > 0 || query.topic !== null || query.within !== null,
  specific: true,
  run: (context) => {
    const { tasks, question, access, index, today } = context
    const [task] = tasks
    if (!task) return { text: nothingFound(question.query, index) }
    if (tasks.length > 1) return listTasks.run(context)
    const contacts = visibleContacts(distinctContacts(contactsOfRoles(task.contacts, [])), access.phones([task]))
    // 第6项完成了吗: the answer first
    const verdict =
      question.whether !== null && question.asks.has('progress')
        ? [`${isFinished(task, today) ? '已办结' : '没有办结'}：${dueInWords(task, today)}`]
        : []
    const lines = detailLines(task, contacts, today)
    return {
      tasks,
      ...cardMessage({ before: verdict, title: headline(task, index), lines }),
      actions: taskActions(task, context),
    }
  },
})
