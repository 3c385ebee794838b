import type { Channel, ChannelOptions } from './cli/services.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/** The channels that the configuration names, each loaded only then. */
export const createChannels = async (_config: Config, _options: ChannelOptions, _log: Log): Promise<Channel[]> => []
