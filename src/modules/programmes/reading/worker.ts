import { parentPort } from 'node:worker_threads'
import { newId } from '../../../kernel/ids.ts'
import { sortFile } from './sort-file.ts'

parentPort?.once('message', (bytes: Uint8Array) => parentPort?.postMessage(sortFile(bytes, newId)))
parentPort?.postMessage('ready')
