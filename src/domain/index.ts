export * from './day.ts'
export * from './occurrence.ts'
export * from './standing.ts'
export * from './task.ts'
