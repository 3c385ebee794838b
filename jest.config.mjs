export default {
  testEnvironment: '<rootDir>/test/helpers/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  workerIdleMemoryLimit: '1GB',
  // a busy machine is no failure
  testTimeout: 20_000,
}
