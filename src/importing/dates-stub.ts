import type { ReadMilestone, TimeReading } from '../dates/time-reading.ts'
const m = (due: string | null, start: string | null, recurs: ReadMilestone['recurs'], ongoing: boolean): ReadMilestone => ({ due, start, recurs, ongoing, what: null, span: [0, 0] })
const last = (y: number, mo: number) => `${y}-${String(mo).padStart(2, '0')}-${new Date(Date.UTC(y, mo, 0)).getUTCDate()}`
export const readTiming = (cell: string, _o: { year: number | null }): TimeReading => {
  const out: ReadMilestone[] = []
  let t = cell
  if (/每年(\d+)月底前/.test(t)) { const mo = Number(/每年(\d+)月/.exec(t)?.[1]); out.push(m(`XXXX-${last(2019, mo).slice(5)}`, null, 'yearly', false)); t = '' }
  t = t.replace(/(20\d\d)(?:至|—)(20\d\d)年/g, (_, a, b) => { out.push(m(`${b}-12-31`, `${a}-01-01`, null, false)); return '' })
  t = t.replace(/(20\d\d)年(\d+)月/g, (_, y, mo) => { out.push(m(last(+y, +mo), null, null, false)); return '' })
  t = t.replace(/(20\d\d)年底/g, (_, y) => { out.push(m(`${y}-12-31`, null, null, false)); return '' })
  t = t.replace(/(20\d\d)年/g, (_, y) => { out.push(m(`${y}-12-31`, `${y}-01-01`, null, false)); return '' })
  if (/持续|长期/.test(t)) out.push(m(null, null, null, true))
  return { milestones: out, alternatives: [], problems: [] }
}
export const readTimes = (text: string, o: { purpose: 'ledger'; year: number | null; now: string }): TimeReading => readTiming(text.replace(/持续|长期/g, ''), { year: o.year })
