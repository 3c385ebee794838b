import { describe, expect, test } from '@jest/globals'
import { dumped, readText, SAFETY } from './ledgers.ts'

describe('a dumped table of 安全生产', () => {
  const ledger = readText(SAFETY)

  test('its title, short name and year', () => {
    expect([ledger.name, ledger.short, ledger.year]).toEqual([
      '丰城市2024年安全生产重点任务分解表',
      '安全生产任务表',
      2024,
    ])
  })

  test('every row once, merged headings filled in, also after a page break', () => {
    expect(ledger.tasks.map(({ no, path }) => [no, path])).toEqual([
      ['1', ['一、压实责任']],
      ['2', ['一、压实责任']],
      ['3', ['一、压实责任']],
      ['4', ['二、整治隐患']],
    ])
    expect(ledger.tasks[0]).toMatchObject({ content: '修订责任清单。明确各级职责。', title: '修订责任清单' })
  })

  test('units listed, broken over lines and glued; blanks of any kind name nobody', () => {
    expect(ledger.tasks.map(({ lead, cooperating }) => [lead, cooperating])).toEqual([
      [['市应急局'], ['市财政局', '市司法局']],
      [['市应急局', '市人社局'], []],
      [['市安委办'], []],
      [['市消防支队'], ['各县（区）政府']],
    ])
  })

  test('deadlines as written and as milestones', () => {
    expect(ledger.tasks.map(({ timing, milestones }) => [timing, milestones.map(({ due }) => due)])).toEqual([
      ['2024年6月底前', ['2024-06-30']],
      ['每年12月底前', ['XXXX-12-31']],
      ['持续推进', [null]],
      ['2024年底前', ['2024-12-31']],
    ])
  })

  test('people with office and telephone', () => {
    expect(ledger.tasks.map(({ contacts }) => contacts)).toEqual([
      [{ role: '责任人', name: '贾明', office: '安监处', phone: '13900000001' }],
      [{ role: '责任人', name: '何小燕', office: null, phone: '057186000001' }],
      [
        { role: '责任人', name: '贾明', office: null, phone: null },
        { role: '责任人', name: '孟丽', office: null, phone: null },
      ],
      [],
    ])
  })

  test('doubts: a later date in the text, glued units', () => {
    const doubts = ledger.tasks.flatMap(({ no, doubts: own }) => own.map(({ field }) => [no, field]))
    expect(doubts).toEqual([
      ['2', 'lead'],
      ['4', 'milestones'],
    ])
  })
})

test('a rule in a cell holds for the whole document and is no unit', () => {
  const { tasks, doubts } = readText(
    '序号\t事项\t责任单位\n1\t甲事项\t县教育局、县财政局\n2\t乙事项\t县水利局、县林业局，排在首位的为牵头单位，下同\n',
  )
  expect(tasks.map(({ lead, cooperating }) => [lead, cooperating])).toEqual([
    [['县教育局'], ['县财政局']],
    [['县水利局'], ['县林业局']],
  ])
  expect(doubts.filter(({ field }) => field === 'lead')).toEqual([])
})

test('a rule in a note below the table does too', () => {
  const { doubts } = readText(
    '序号\t事项\t责任单位\n1\t甲事项\t县教育局、县财政局\n注：责任单位排在首位的为牵头单位。\n',
  )
  expect(doubts.filter(({ field }) => field === 'lead')).toEqual([])
})

test('without a rule the first of several is taken to lead, and one doubt says so', () => {
  const { tasks, doubts } = readText(
    '序号\t事项\t责任单位\n1\t甲事项\t县教育局、县财政局\n2\t乙事项\t县水利局、县林业局\n',
  )
  expect(tasks[1]).toMatchObject({ lead: ['县水利局'], cooperating: ['县林业局'] })
  expect(doubts.filter(({ field }) => field === 'lead')).toHaveLength(1)
})

test('roles inside a cell', () => {
  const { tasks } = readText(
    '序号\t事项\t责任单位\n1\t甲\t县教育局（牵头）、县财政局\n2\t乙\t主办：县水利局；协办：县林业局\n',
  )
  expect(tasks.map(({ lead, cooperating }) => [lead, cooperating])).toEqual([
    [['县教育局'], ['县财政局']],
    [['县水利局'], ['县林业局']],
  ])
})

test('numbers of rows under numbered headings carry the heading where they would not be unique', () => {
  const { tasks } = readText(
    dumped([
      ['重点任务', '工作举措', '牵头单位'],
      ['（一）改善水质', '1.建污水厂。', '市住建局'],
      ['', '2.清理河道。', '市水务局'],
      ['（二）保护土壤', '1.调查地块。', '市生态环境局'],
      ['（三）防治噪声', '划定禁鸣区域。', '市公安局'],
    ]),
  )
  expect(tasks.map(({ no }) => no)).toEqual(['（一）1', '（一）2', '（二）1', '（三）'])
  expect(tasks[3]?.title).toBe('划定禁鸣区域')
})

test('several measures under one number', () => {
  const { tasks } = readText(
    '序号,任务,措施,牵头单位\n1,减排,关停锅炉。,市发改委\n,,更新车辆。,市交通局\n2,植树,造林千亩。,市林业局\n',
    'a.csv',
  )
  expect(tasks.map(({ no, path, lead }) => [no, path[0], lead[0]])).toEqual([
    ['1.1', '减排', '市发改委'],
    ['1.2', '减排', '市交通局'],
    ['2', '植树', '市林业局'],
  ])
})

test('a merged unit cell under one heading is filled in; in a row of its own number it is doubted', () => {
  const { tasks } = readText('序号\t领域\t任务\t责任单位\n1\t民生\t建食堂\t区民政局\n2\t\t送助餐\t\n')
  expect(tasks[1]).toMatchObject({ lead: ['区民政局'], doubts: [{ field: 'lead' }] })
})

test('a cell that its author left blank names nobody', () => {
  const { tasks } = readText(
    dumped([
      ['领域', '任务', '责任单位'],
      ['民生', '建食堂', '区民政局'],
      ['', '送助餐', ' '],
    ]),
  )
  expect(tasks[1]).toMatchObject({ lead: [], doubts: [{ field: 'lead' }] })
})

test('a page break inside a row', () => {
  const { tasks } = readText(
    '序号\t任务\t单位\n1\t新建改建农村公路三百公里，\t县交通局\n\t并完成验收。\t\n2\t修桥。\t县交通局\n',
  )
  expect(tasks.map(({ content }) => content)).toEqual(['新建改建农村公路三百公里，并完成验收。', '修桥。'])
})

test('headings across the table, totals and notes are no tasks', () => {
  const { tasks } = readText(
    '序号\t任务\t单位\n一、交通\n1\t修路\t市交通局\n二、水利\n2\t清淤\t市水务局\n合计\t2项\t\n注：按月报送。\n',
  )
  expect(tasks.map(({ no, path }) => [no, path])).toEqual([
    ['1', ['一、交通']],
    ['2', ['二、水利']],
  ])
})

test('a table without units or deadlines is imported with a doubt for each', () => {
  const { tasks, doubts } = readText('序号\t重点工作\t备注\n1\t修路\t\n2\t清淤\t\n')
  expect(tasks).toHaveLength(2)
  expect(doubts.map(({ field }) => field)).toEqual(['lead', 'milestones'])
})

test('a table that goes on after a heading, without its head', () => {
  const head = ['序号', '任务', '单位']
  const { tasks } = readText(
    `| ${head.join(' | ')} |\n|---|---|---|\n| 1 | 修路 | 市交通局 |\n\n二、水利\n\n| 2 | 清淤 | 市水务局 |\n| 3 | 补坝 | 市水务局 |\n`,
    'a.md',
  )
  expect(tasks.map(({ no }) => no)).toEqual(['1', '2', '3'])
  expect(tasks[2]?.path).toEqual(['二、水利'])
})

test('numbers of two tables that both begin with 1 are told apart', () => {
  const table = (unit: string): string =>
    dumped([
      ['序号', '任务', '责任单位', '时限'],
      ['1', `${unit}的任务`, unit, '2024年底前'],
    ])
  const { tasks } = readText(`2024年甲类任务表\n\n${table('市水务局')}\n乙类任务表\n\n${table('市林业局')}`)
  expect(new Set(tasks.map(({ no }) => no)).size).toBe(2)
  expect(tasks[1]?.path).toEqual(['乙类任务表'])
})

describe('a column that says what is to be achieved', () => {
  const ledger = readText(
    dumped([
      ['序号', '重点任务', '年度目标', '牵头单位', '完成时限'],
      ['1', '推进“一网统管”', '2020年以来的平台全部联网，接入率95%以上。', '市大数据局', '2024年6月底前'],
      ['2', '整治乱停车。', '', '市城管局', '长期坚持'],
    ]),
  )

  test('belongs to the task and gives no name', () => {
    expect(ledger.tasks.map(({ title, content }) => [title, content])).toEqual([
      ['推进“一网统管”', '推进“一网统管”。2020年以来的平台全部联网，接入率95%以上。'],
      ['整治乱停车', '整治乱停车。'],
    ])
  })
})
