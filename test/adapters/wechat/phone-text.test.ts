import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { partsOf } from '../../../adapters/wechat/parts.ts'
import { LONGEST_MESSAGE, phoneText, splitText } from '../../../adapters/wechat/phone-text.ts'

describe('text of a ledger calls nobody', () => {
  test.each([
    ['@所有人 下午开会', '＠所有人 下午开会'],
    ['请@张某\u2005办理', '请＠张某 办理'],
    ['a@所有人', 'a＠所有人'],
    ['联系 dcs@example.gov.cn', '联系 dcs@example.gov.cn'],
    ['@\u200b所有人\u202e', '＠所有人'],
    ['\ue000所有人', '\ue000所有人'],
  ])('%j', (text, sent) => expect(phoneText(text)).toBe(sent))

  test('whatever it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('@', '\ue000', '所有人', 'a', '.', 'cn', ' ', '\u2005', '＠', '\n')),
        (words) => {
          expect(phoneText(words.join(''))).not.toMatch(/@(?![A-Za-z0-9-]+\.[A-Za-z])|\u2005/u)
        },
      ),
    )
  })
})

test('the lines are those of the answer, without blanks at their ends', () =>
  expect(phoneText('\n市某局共2项 \r\n1　甲\t\n\n\n\n2　乙\n')).toBe('市某局共2项\n1　甲\n\n2　乙'))

describe('long text', () => {
  test('is cut at line ends', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `${at + 1}　开展第${at + 1}批隐患排查并建立台账`)
    const parts = splitText(lines.join('\n'))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.join('\n').split('\n')).toEqual(lines)
  })

  test('keeps a heading with what is below it', () =>
    expect(splitText('【一】\n1　甲甲\n【二】\n2　乙乙乙', 12)).toEqual(['【一】\n1　甲甲', '【二】\n2　乙乙乙']))

  test.each([
    ['behind a sentence', '完成排查整治。建立长效机制', 9, ['完成排查整治。', '建立长效机制']],
    ['not inside a number', '热线12345678转0', 8, ['热线', '12345678', '转0']],
    ['not inside a date', '截至2024-05-06止', 8, ['截至', '2024-05-', '06止']],
    ['not inside a character', '😀😀😀', 3, ['😀', '😀', '😀']],
    ['inside a number as long as that', '1234567890', 4, ['1234', '5678', '90']],
  ])('a line that is too long: %s', (_where, text, limit, parts) => expect(splitText(text, limit)).toEqual(parts))

  test('no part is too long, none empty, no character torn, nothing lost', () => {
    const word = fc.constantFrom('督办', '2024年', '12345', '。', '，', '\n', '\n\n', '😀', '【一】', 'e\u0301', ' ')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), fc.integer({ min: 8, max: 60 }), (words, limit) => {
        const text = phoneText(words.join(''))
        const parts = splitText(text, limit)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit)
          expect(part).not.toBe('')
          expect(part).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
        }
        expect(parts.join('').replace(/\n/g, '')).toBe(text.replace(/\n/g, ''))
      }),
    )
  })
})

describe('a message in parts', () => {
  const rows = Array.from({ length: 120 }, (_, at) => [
    `${at + 1}`,
    '开展安全隐患排查整治并建立台账，按月更新，按季通报',
    '=1+1',
  ])
  const table = { before: '某局共120项（全部）', columns: ['序号', '任务', '备注'], rows, after: '回复序号看详情' }
  const text = [table.before, ...rows.map(([no, task]) => `${no}　${task}`), table.after].join('\n')

  test('a list that would fill several messages goes as a table', () => {
    const [said, sheet, ...more] = partsOf({ text, table })
    expect(said).toEqual({ kind: 'text', text: '某局共120项（全部）\n全部120行见随后的表格文件。\n回复序号看详情' })
    expect(more).toEqual([])
    if (sheet?.kind !== 'file') throw new Error('no file')
    expect(sheet.file.name).toBe('某局共120项全部.csv')
    const lines = Buffer.from(sheet.file.content, 'base64').toString('utf8').split('\r\n')
    expect(lines[0]).toBe('\ufeff序号,任务,备注')
    expect(lines[1]).toBe("1,开展安全隐患排查整治并建立台账，按月更新，按季通报,'=1+1")
    expect(lines).toHaveLength(122)
  })

  test('a short one stays a text; a file comes last; buttons are left out', () => {
    const short = { ...table, rows: rows.slice(0, 3) }
    const file = { name: '../台账/导出.xlsx', content: 'AAAA' }
    expect(partsOf({ text: '共3项', table: short, actions: [{ label: '更多', say: '更多' }], file })).toEqual([
      { kind: 'text', text: '共3项' },
      { kind: 'file', file: { name: '台账导出.xlsx', content: 'AAAA' } },
    ])
  })

  test('without a table it is cut, and always alike', () => {
    const parts = partsOf({ text })
    expect(parts.length).toBeGreaterThan(1)
    expect(partsOf({ text })).toEqual(parts)
    for (const part of parts) expect(part.kind === 'text' && part.text.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
  })

  test('nothing to say is nothing to send', () => expect(partsOf({ text: ' \n' })).toEqual([]))
})
