// Lets node run the sources as they are: `node --import ./test/fault/typescript-hook.mjs FILE.ts`.
import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
