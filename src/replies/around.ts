import type { Reply } from '../reply.ts'

/** An answer with a line above it, in whatever form it is shown. */
export const withLineAbove = <R extends Partial<Reply>>(reply: R, line: string): R => ({
  ...reply,
  text: `${line}\n${reply.text ?? ''}`,
  ...(reply.table ? { table: { ...reply.table, before: `${line}\n${reply.table.before}` } } : {}),
  ...(reply.card
    ? { card: { ...reply.card, before: [line, ...(reply.card.before ? [reply.card.before] : [])].join('\n') } }
    : {}),
})

/** An answer with a line below it, in whatever form it is shown. */
export const withLineBelow = <R extends Partial<Reply>>(reply: R, line: string): R => ({
  ...reply,
  text: `${reply.text ?? ''}\n${line}`,
  ...(reply.table ? { table: { ...reply.table, after: `${reply.table.after}\n${line}` } } : {}),
  ...(reply.card ? { card: { ...reply.card, notes: [...reply.card.notes, line] } } : {}),
})
