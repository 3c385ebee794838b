import { expect, test } from '@jest/globals'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { choiceText } from '../../src/replies/choices.ts'
import { numbering, printedAs } from '../../src/replies/printed-numbers.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const index = indexOf(
  importedLedgers(
    'data/samples/北京医改23项.txt',
    'data/samples/天津医改40项.txt',
    'data/samples/吉林医改施工图55项.txt',
  ),
)
const ids = (ledger: string, ...numbers: string[]): string[] => {
  const own = index.tasks.filter((task) => task.source.file.startsWith(ledger))
  return numbers.map((no) => own.find((task) => task.no === no)?.id ?? `no ${no}`)
}

test.each([
  ['the ledger’s own, where all are plain numbers of one ledger', ids('北京', '9', '2', '15'), '9 2 15'],
  ['positions, where the numbers are composite', ids('吉林', '（十五）1', '（二）2'), '1 2'],
  ['positions, where there are several ledgers', [...ids('北京', '9'), ...ids('天津', '9')], '1 2'],
  ['none, where there is nothing', [], ''],
])('%s', (_, list, printed) => {
  const tasks = index.tasksAt(index.placesOfIds(list))
  const { at } = numbering(tasks, index)
  expect(tasks.map((_, row) => at(row)).join(' ')).toBe(printed)
  for (const [row, id] of list.entries()) expect(printedAs(at(row), list, index)).toBe(id)
})

test('choices are numbered from one', () => {
  expect(choiceText('指哪个单位？', ['市水务局', '县水务局'])).toBe(
    '指哪个单位？\n1 市水务局\n2 县水务局\n回复序号或名称',
  )
})
