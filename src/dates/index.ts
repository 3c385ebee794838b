export * from './time-reader.ts'
export * from './time-reading.ts'
export * from './timing.ts'
export * from './workdays.ts'
