import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageRoot, wordList } from '../data.ts'
import type { Segmenter, TaggedWord } from './segmenter.ts'

const require = createRequire(import.meta.url)

interface NodeJieba {
  load(dictionaries: { idfDict?: string }): unknown
  cut(text: string): string[]
  tag(text: string): TaggedWord[]
  insertWord(word: string): boolean
}

/** Words of the field that no general dictionary has. */
const fieldWords = wordList('dictionary.txt')

const withFieldWords = (segmenter: Segmenter): Segmenter => {
  for (const word of fieldWords()) segmenter.insert(word)
  return segmenter
}

/**
 * nodejieba without the table by which it weighs keywords: that takes a fifth of the time to load, and nobody asks for
 * keywords here. It insists on a table of one line; where it finds none, it ends the process.
 */
const loadNodeJieba = (): NodeJieba => {
  const jieba = require('nodejieba') as NodeJieba
  const idfDict = join(packageRoot(), 'data', 'idf.txt')
  jieba.load(existsSync(idfDict) ? { idfDict } : {})
  return jieba
}

/** nodejieba behind the port. `load` is handed in where the module is shared by several callers. */
export const openNodeJieba = (load: () => unknown = loadNodeJieba): Segmenter => {
  const jieba = load() as NodeJieba
  return withFieldWords({
    name: 'nodejieba',
    cut: (text) => (text === '' ? [] : jieba.cut(text)),
    tag: (text) => (text === '' ? [] : jieba.tag(text)),
    insert: (word) => void jieba.insertWord(word),
  })
}

/** @node-rs/jieba behind the port: the same dictionary, prebuilt for every common platform. */
export const openNodeRsJieba = (): Segmenter => {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array }
  const jieba = Jieba.withDict(dict)
  return withFieldWords({
    name: '@node-rs/jieba',
    cut: (text) => (text === '' ? [] : jieba.cut(text)),
    tag: (text) => (text === '' ? [] : jieba.tag(text)),
    insert: (word) => jieba.loadDict(Buffer.from(`${word} 100000 n\n`)),
  })
}

/** nodejieba where it was built, else @node-rs/jieba. Costs a second and much memory: call it once, when needed. */
export const openSegmenter = (): Segmenter => {
  try {
    return openNodeJieba()
  } catch {
    return openNodeRsJieba()
  }
}
