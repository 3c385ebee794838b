// When a gold milestone falls due. Written apart from the program's own calendar on purpose: it judges it.

const STEP = { yearly: 12, quarterly: 3, monthly: 1 }
const pad = (n) => String(n).padStart(2, '0')
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** All due days from the first one of the ledger up to a day, in order. @yields {string} */
function* dueDays(milestone, upTo) {
  const { due, recurs, until = '9999-12-31' } = milestone
  if (recurs === null) {
    yield due
    return
  }
  const end = upTo < until ? upTo : until
  if (recurs === 'weekly') {
    for (let day = Date.parse(due); ; day += 7 * 86_400_000) {
      const text = new Date(day).toISOString().slice(0, 10)
      if (text > end) return
      yield text
    }
  }
  const anyYear = due.startsWith('X')
  const [year, month, date] = [
    anyYear ? 2000 : Number(due.slice(0, 4)),
    Number(due.slice(5, 7)),
    Number(due.slice(8, 10)),
  ]
  const monthEnd = !anyYear && date === lastDay(year, month)
  for (let index = year * 12 + month - 1; ; index += STEP[recurs]) {
    const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
    const text = `${y}-${pad(m)}-${pad(monthEnd ? lastDay(y, m) : Math.min(date, lastDay(y, m)))}`
    if (text > end) return
    yield text
  }
}

const yearsLater = (day, years) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/**
 * The next day on which it is due, from today; a single date is returned whether it has passed or not.
 * `null` where there is none.
 */
export const nextDue = (milestone, today) => {
  if (milestone.due === null) return null
  if (milestone.recurs === null) return milestone.due
  const first = milestone.due > today && !milestone.due.startsWith('X') ? milestone.due : today
  for (const day of dueDays(milestone, yearsLater(first, 2))) if (day >= today) return day
  return null
}

/** Whether it falls due on some day of the period, both days included. */
export const occursWithin = (milestone, from, to) => {
  if (milestone.due === null) return false
  for (const day of dueDays(milestone, to)) if (day >= from && day <= to) return true
  return false
}
