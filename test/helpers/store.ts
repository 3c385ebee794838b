import { openStore as open, type StoreOptions } from '../../src/store/lowdb-store.ts'
import { restore as bringBack, type RestoreOptions } from '../../src/store/restore.ts'

/** The real clock, for tests that are not about time. */
const now = (): Date => new Date()

export const openStore = (options: Partial<StoreOptions> & { dir: string }) => open({ now, ...options })
export const restore = (options: Partial<RestoreOptions> & { dir: string }) => bringBack({ now, ...options })
