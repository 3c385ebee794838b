import { Cron } from 'croner'

/** Runs something every minute until it is called off. Which minutes are missed or doubled decides nothing. */
export const everyMinute = (run: () => void): (() => void) => {
  const job = new Cron('* * * * *', { timezone: 'Asia/Shanghai' }, run)
  return () => job.stop()
}
