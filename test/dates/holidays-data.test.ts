import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { addDays, weekdayOf } from '../../src/domain/index.ts'

interface Holidays {
  years: Record<string, { source: string; off: { name: string; from: string; to: string }[]; work: string[] }>
}

const { years } = JSON.parse(readFileSync(new URL('../../data/holidays.json', import.meta.url), 'utf8')) as Holidays

test.each(Object.entries(years))('%s: every entry is possible', (year, { source, off, work }) => {
  expect(source).toContain(`${year}年`)
  const free = new Set<string>()
  for (const { from, to } of off) {
    expect(from <= to).toBe(true)
    for (let day = from; day <= to; day = addDays(day, 1)) free.add(day)
  }
  for (const day of work) {
    expect(weekdayOf(day)).toBeGreaterThan(5)
    expect(free.has(day)).toBe(false)
  }
  for (const name of ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
    expect(off.some((holiday) => holiday.name.includes(name))).toBe(true)
})
