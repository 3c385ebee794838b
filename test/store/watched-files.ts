import { type FileSystem, nodeFiles, type OpenFile } from '../../src/store/files.ts'

export interface Call {
  readonly name: keyof FileSystem | `file.${keyof OpenFile}`
  readonly path: string
}

/**
 * The real file system, with every call noted in `calls`, and failing where `fault` gives the system's code for a
 * call. A write that fails leaves half of its bytes, as a full disk does.
 */
export const watchedFiles = (fault: (call: Call) => string | null = () => null): FileSystem & { calls: Call[] } => {
  const calls: Call[] = []
  const failing = (call: Call): Error | null => {
    calls.push(call)
    const code = fault(call)
    return code === null ? null : Object.assign(new Error(`${code}: ${call.name}`), { code, errno: -1 })
  }
  const watch =
    <A extends readonly string[], R>(name: keyof FileSystem, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const error = failing({ name, path: args[0] ?? '' })
      if (error !== null) throw error
      return work(...args)
    }
  const watchFile = (path: string, file: OpenFile): OpenFile => ({
    writeFile: async (data) => {
      const error = failing({ name: 'file.writeFile', path })
      await file.writeFile(error === null ? data : data.slice(0, data.length / 2))
      if (error !== null) throw error
    },
    truncate: async (length) => {
      const error = failing({ name: 'file.truncate', path })
      if (error !== null) throw error
      await file.truncate(length)
    },
    sync: async () => {
      const error = failing({ name: 'file.sync', path })
      if (error !== null) throw error
      await file.sync()
    },
    close: async () => {
      calls.push({ name: 'file.close', path })
      await file.close()
    },
  })
  return {
    calls,
    read: watch('read', nodeFiles.read),
    open: async (path, flags) => {
      const error = failing({ name: 'open', path })
      if (error !== null) throw error
      return watchFile(path, await nodeFiles.open(path, flags))
    },
    rename: watch('rename', nodeFiles.rename),
    link: watch('link', nodeFiles.link),
    remove: watch('remove', nodeFiles.remove),
    list: watch('list', nodeFiles.list),
    makeFolder: watch('makeFolder', nodeFiles.makeFolder),
    checkWritable: watch('checkWritable', nodeFiles.checkWritable),
    syncFolder: watch('syncFolder', nodeFiles.syncFolder),
  }
}

/** How often something was put in the place of a file of this name. */
export const replacements = (calls: readonly Call[], file: string): number =>
  calls.filter(({ name, path }) => name === 'rename' && path.includes(`/${file}.`)).length
