import type { Change, Day } from '../domain/index.ts'

/** The number under which what is asked of the 督查室 is received: month, day and a count (0226-03). */
export const nextReceipt = (changes: readonly Change[], today: Day): string => {
  const day = today.slice(5).replace('-', '')
  const taken = changes.flatMap(({ rows }) =>
    rows.flatMap(({ after }) => {
      const request = after?.request as { receipt?: string } | null | undefined
      return request?.receipt?.startsWith(`${day}-`) ? [Number(request.receipt.slice(day.length + 1))] : []
    }),
  )
  return `${day}-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}
