import { createRequire } from 'node:module'
import { TestEnvironment } from 'jest-environment-node'

const require = createRequire(import.meta.url)

/**
 * Hands one nodejieba a worker to the tests: it costs over a second and 250 MB to load, and Jest's module
 * registry would load it again for every test file.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.loadNodejieba = () => require('nodejieba')
  }
}
