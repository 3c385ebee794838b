import { expect, test } from '@jest/globals'
import type { Task } from '../../src/domain/index.ts'
import { EVERYTHING } from '../../src/exporting/disclosure.ts'
import { writeFileOf } from '../../src/exporting/formats.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { openArchive } from '../../src/importing/readers/archive.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const FIELDS = ['no', 'path', 'title', 'content', 'lead', 'cooperating', 'timing', 'milestones', 'contacts'] as const

const fieldsOf = (tasks: readonly Partial<Record<(typeof FIELDS)[number], unknown>>[]): object[] =>
  tasks.map((task) => Object.fromEntries(FIELDS.map((field) => [field, task[field]])))

const exported = ({ ledgers: [ledger], tasks }: Snapshot): Promise<Buffer> => {
  if (!ledger) throw new Error('no ledger')
  const items = tasks.map((task) => ({ task, ledger }))
  return writeFileOf('docx', { items, today: '2024-05-06' }, EVERYTHING)
}

const CASES = ['data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt', 'data/samples/天津医改40项.txt']
const OTHERS = ['生态环保整改清单', '乡村振兴任务分工方案', '安全生产任务分解表', '重大项目推进任务分解表']

test.each([...CASES, ...OTHERS.map((name) => `test/cases/ledgers/${name}.txt`)])(
  'what was imported comes back from the Word file as it was: %s',
  async (path) => {
    const state = importedLedgers(path)
    const name = `${state.ledgers[0]?.name}.docx`
    const back = await readLedgerFile({ name, bytes: await exported(state) })
    expect(fieldsOf(back.tasks)).toEqual(fieldsOf(state.tasks))
    expect(back.name).toBe(state.ledgers[0]?.name)
  },
)

test('the layout is that of official documents, A4 across, with the headings on every page', async () => {
  const archive = await openArchive('x.docx', await exported(importedLedgers(CASES[0] as string)))
  const document = (await archive.read('word/document.xml')).toString()
  expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u)
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toContain('w:eastAsia="方正小标宋简体"')
  expect(document).toContain('w:eastAsia="仿宋"')
  expect(document).toContain('截至2024年5月6日，共23项。')
})

test('what no XML can hold is left out', async () => {
  const [path] = CASES
  const state = importedLedgers(path as string)
  const [first, ...rest] = state.tasks
  const bytes = await exported({
    ...state,
    tasks: [{ ...first, content: 'a\u0000<&>\u0007\ud800b\uffff' } as Task, ...rest],
  })
  const { tasks } = await readLedgerFile({ name: 'x.docx', bytes })
  expect(tasks[0]?.content).toBe('a<&>b')
})
