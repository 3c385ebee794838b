import { expect, test } from '@jest/globals'
import { alignShortRows } from '../../../src/importing/readers/short-rows.ts'

const rows = (...cells: string[][]) => alignShortRows(cells.map((row, i) => ({ cells: row, line: i + 1 })))

test('a row that lost its first cell to the one above gets it back', () => {
  const [, , second] = rows(
    ['领域', '序号', '任务', '单位', '时限'],
    ['供水', '1', '改造老旧管网12公里，消除爆管隐患。', '市水务局', '6月底前'],
    ['2', '新建加压泵站3座，保障高层住户用水。', '市城投公司', '9月底前'],
  )
  expect(second?.cells).toEqual(['', '2', '新建加压泵站3座，保障高层住户用水。', '市城投公司', '9月底前'])
})

test('a row whose last cells are missing stays as it is', () => {
  const [, , second] = rows(
    ['序号', '任务', '单位', '时限'],
    ['1', '改造老旧管网12公里，消除爆管隐患。', '市水务局', '6月底前'],
    ['2', '新建加压泵站3座，保障高层住户用水。', '市城投公司'],
  )
  expect(second?.cells).toEqual(['2', '新建加压泵站3座，保障高层住户用水。', '市城投公司'])
})

test('a heading over the whole width is no short row', () => {
  const [, , heading] = rows(['序号', '任务', '单位'], ['1', '清理河道淤泥。', '县水利局'], ['二、道路'])
  expect(heading?.cells).toEqual(['二、道路'])
})
