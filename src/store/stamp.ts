/** A time for the name of a file, in Asia/Shanghai: `2020-01-05T090000`. */
export const stampOf = (time: Date): string =>
  new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll(':', '')
