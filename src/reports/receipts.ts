import type { Change, Day } from '../domain/index.ts'

const taken = (changes: readonly Change[], day: string): number[] =>
  changes.flatMap(({ rows }) =>
    rows.flatMap(({ after }) => {
      const request = after?.request as { receipt?: string } | null | undefined
      return request?.receipt?.startsWith(`${day}-`) ? [Number(request.receipt.slice(day.length + 1))] : []
    }),
  )

/**
 * Gives out the numbers under which what is asked of the 督查室 is received: month, day and a count (0226-03). None is
 * given twice, be it that two people ask at once.
 * @param changes the audit trail, read when a day's first number is asked for
 */
export const createReceipts = (changes: () => readonly Change[]): ((today: Day) => string) => {
  const last = new Map<string, number>()
  return (today) => {
    const day = today.slice(5).replace('-', '')
    const count = (last.get(today) ?? Math.max(0, ...taken(changes(), day))) + 1
    last.set(today, count)
    return `${day}-${String(count).padStart(2, '0')}`
  }
}
