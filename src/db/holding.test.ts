import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { refuseWhileHolding, whileHolding } from './holding.ts'

test('inside a transaction a second connection is refused, before and after it is not', async () => {
  refuseWhileHolding()
  await whileHolding(async () => {
    expect(refuseWhileHolding).toThrow('a second connection')
    await new Promise((done) => setTimeout(done, 1))
    expect(refuseWhileHolding).toThrow('a second connection')
  })
  refuseWhileHolding()
})

test('transactions begin in this folder only, so that none escapes the watch', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.pg.test.'))
  const begin = files.filter((file) =>
    /\.(transaction|startTransaction|connection)\(\)/.test(fs.readFileSync(path.join(root, file), 'utf8')),
  )
  expect(begin).toEqual(['db/transact.ts'])
})
