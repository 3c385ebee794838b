import type { ReadLedger } from '../../src/importing/document.ts'
import { readTextLedger } from '../../src/importing/import-file.ts'

/** A ledger of text at hand, as if it had been uploaded. */
export const readText = (text: string, name = '测试台账.txt'): ReadLedger =>
  readTextLedger({ name, bytes: new TextEncoder().encode(text) })

/** A dumped Word table: a tab before each cell, a blank line between rows. */
export const dumped = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n')

/** 安全生产: merged headings, a head repeated after a page break, units glued and broken over lines. */
export const SAFETY = `附件1
丰城市2024年安全生产重点任务分解表

${dumped([
  ['序号', '任务\n类别', '具体举措', '第一责任单位', '协办单位', '办结时限', '责任人\n及联系电话'],
  [
    '1',
    '一、压实责任',
    '修订责任清单。明确各级\n职责。',
    '市应急局',
    '市财政局\n\n市司法局',
    '2024年\n6月底前',
    '安监处贾  明\n13900000001',
  ],
  ['2', '', '开展年度考核。', '市应急局市人社局', ' ', '每年12月底前', '何小燕0571-86000001'],
  ['序号', '任务\n类别', '具体举措', '第一责任单位', '协办单位', '办结时限', '责任人\n及联系电话'],
  ['3', '一、压实责任', '约谈履职不力的单位。', '市安委办', '\u3000', '持续推进', '贾明、孟丽'],
  [
    '4',
    '二、整治隐患',
    '整治老旧小区消防通道，2025年6月底前完成120处。',
    '市消防支队',
    '各县（区）政府',
    '2024年底前',
    '',
  ],
])}
注：表中各县（区）政府含开发区管委会。
`
