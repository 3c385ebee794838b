import { describe, expect, test } from '@jest/globals'
import type { Task } from '../../src/domain/index.ts'
import { taskTitle } from '../../src/replies/task-title.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const [sample] = sampleLedger('北京医改23项.txt').tasks
const task = (change: Partial<Task>): Task => ({ ...(sample as Task), title: null, path: [], ...change })

describe('the words a task is called by', () => {
  test.each<[string, Partial<Task>, string]>([
    ['its own title', { title: '完善预案', content: '修订应急预案。' }, '完善预案'],
    ['its first sentence', { content: '修订应急预案。每年演练一次。' }, '修订应急预案'],
    ['without number', { content: '（三）修订应急预案；每年演练。' }, '修订应急预案'],
    ['without date', { content: '2024年6月底前，修订应急预案。' }, '修订应急预案'],
    ['cut where it is long', { content: '修'.repeat(30) }, `${'修'.repeat(21)}…`],
    ['whole where it just fits', { content: '修'.repeat(22) }, '修'.repeat(22)],
  ])('%s', (_, change, title) => expect(taskTitle(task(change))).toBe(title))

  test('its heading, where no other row of the list has it', () => {
    const [one, two] = [
      task({ path: ['二、应急管理'], content: '修订预案。' }),
      task({ path: ['三、消防'], content: '整改隐患。' }),
    ]
    expect(taskTitle(one, [one, two])).toBe('应急管理')
    const twin = task({ path: ['二、应急管理'], content: '组织演练。' })
    expect(taskTitle(one, [one, twin])).toBe('修订预案')
  })
})
